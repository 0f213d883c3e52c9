/**
 * The service worker: keeps every file of the site on this machine, verified by the hashes that the build wrote down,
 * and answers from there. Must not know what the files are for. A new version takes over when a visitor says so; the
 * files of the one before stay as long as a page of it is open.
 */
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { REPORT, TAKE_OVER } from "./messages.js";

/** @typedef {{ url: string, revision: string | null, integrity: string }} Entry a file; revision: where its name does not tell its content */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
/** The build puts the list of all that it made in this place. */
const entries = /** @type {Entry[]} */ (/** @type {any} */ (self).FILES);
/** Milliseconds to wait before each further try to fetch what did not come. */
const PAUSES = [1000, 4000, 15_000];

/** @type {Set<string>} what did not come, or came damaged, is asked of the host itself next time */
const missed = new Set();

const controller = new PrecacheController({
  cacheName: `pyautodiff files ${scope}`,
  plugins: [
    {
      // What the page has fetched is not fetched again: where a name tells the content, what the browser has kept will
      // do, elsewhere it is asked whether it is still the same.
      async requestWillFetch({ request }) {
        const named = request.cache === "default";
        return new Request(request, { cache: missed.has(request.url) ? "reload" : named ? "force-cache" : "no-cache" });
      },
      async fetchDidFail({ request }) {
        missed.add(request.url);
      },
    },
  ],
});
controller.addToCacheList(entries);

const open = () => caches.open(controller.strategy.cacheName);
/** Where the pages are noted down that were open when this version took over. */
const EARLIER = new URL("earlier-pages", scope).href;

/** What is there already is not fetched again, so that a further try goes on where the last one ended. */
async function install() {
  // The event itself would take the first failure for the last word.
  const attempt = /** @type {any} */ ({ type: "install", waitUntil: () => {} });
  for (const pause of PAUSES) {
    try {
      return await controller.install(attempt);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return controller.install(attempt);
}

async function takeOver() {
  const pages = await worker.clients.matchAll({ includeUncontrolled: true });
  await (await open()).put(EARLIER, new Response(JSON.stringify(pages.map(({ id }) => id))));
  await worker.clients.claim();
}

/** Throws away what belongs to no page any more. @param {ExtendableEvent} event */
async function tidy(event) {
  const noted = await (await open()).match(EARLIER);
  const earlier = noted ? /** @type {string[]} */ (await noted.json()) : [];
  const pages = await worker.clients.matchAll({ includeUncontrolled: true });
  if (!pages.some(({ id }) => earlier.includes(id))) await controller.activate(event);
}

/** @param {FetchEvent} event @param {string} url without what is asked */
function answer(event, url) {
  const cacheKey = controller.getCacheKeyForURL(url);
  if (!cacheKey) return keptOrFetched(event.request);
  const params = { cacheKey, integrity: controller.getIntegrityForCacheKey(cacheKey) };
  const handle = async () => {
    const kept = await controller.strategy.handle({ event, request: event.request, params });
    // A module reads what stands after the # in its own address, which only an answer without an address leaves alone.
    return event.request.url.includes("#") ? new Response(kept.body, kept) : kept;
  };
  return event.request.cache === "reload" ? fetch(event.request).catch(handle) : handle();
}

/** A page of the version before may ask for files of its own. @param {Request} request */
async function keptOrFetched(request) {
  return (await (await open()).match(request.url)) ?? fetch(request);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver().then(() => tidy(event))));
worker.addEventListener("message", (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(worker.skipWaiting());
  if (event.data === REPORT) event.waitUntil(tidy(event));
});
worker.addEventListener("fetch", (event) => {
  const { method, url, cache } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  // The browser keeps what it compiled with a file that it has kept itself. Who asks for that asks anew where it fails.
  if (cache === "force-cache" && navigator.onLine) return;
  event.respondWith(answer(event, url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/")));
});
