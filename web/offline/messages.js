/** What a page says to the service worker. */

/** The new version is to take the place of the one that runs. */
export const TAKE_OVER = "take over";
/** A page has come: what belongs to pages that are gone may go too. */
export const REPORT = "report";
