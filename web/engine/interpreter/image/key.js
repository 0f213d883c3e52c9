/** What an image belongs to: exactly these files, this browser, and what of its surroundings a running Python remembers. */

const [here] = import.meta.url.split("#"); // it is named by the content of all that an image is made of

export async function imageKey() {
  const { userAgent, userAgentData, languages } = /** @type {any} */ (navigator);
  const browser = await userAgentData?.getHighEntropyValues(["fullVersionList", "architecture", "bitness"]);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const text = JSON.stringify([here, userAgent, browser, languages, timeZone]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
