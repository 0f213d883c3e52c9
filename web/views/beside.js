/** What stands beside the page on its host, and what can be done only there. A page that stands alone has another such module. */

/** Address of the licences. */
export const licences = "licences.txt";

/** Address of the whole page in one file, where it is not that file itself. @type {string | null} */
export const whole = "pyautodiff.html";

/** Whether other pages can embed this one. */
export const embeddable = true;
