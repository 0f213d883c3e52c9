/**
 * Stands in for `pyodide.mjs` inside PyScript's worker: the same `loadPyodide`, told where this site keeps its files,
 * with every download begun at once and counted. It is loaded as it is, not bundled, and must not know the page:
 * what it needs stands in its own address (`?runtime=`), what it tells goes out by `postMessage`.
 */

/**
 * @typedef {object} Runtime
 * @property {string} base absolute URL of the folder that all paths are relative to
 * @property {string} pyodide path of the folder with `pyodide.mjs`
 * @property {{ info: object, packages: Record<string, { file_name: string, sha256: string }> }} lock
 * @property {Record<string, number>} bytes size of each file that is counted, by path
 *
 * @typedef {{ type: "runtime-progress", loaded: number, total: number }
 *   | { type: "runtime-interpreter" }
 *   | { type: "runtime-missing", url: string, status?: number }} RuntimeMessage
 */

/** @type {Runtime} */
const { base, pyodide, lock, bytes } = JSON.parse(new URL(import.meta.url).searchParams.get("runtime") ?? "{}");
const packages = Object.values(lock.packages);
const folder = new URL(pyodide, base).href;

const total = Object.values(bytes).reduce((sum, size) => sum + size, 0);
let loaded = 0;
let told = 0;

/** @param {RuntimeMessage} message */
const tell = (message) => self.postMessage(message);

/** @param {number} size */
function count(size) {
  loaded += size;
  if (loaded - told < total / 100 && loaded < total) return;
  told = loaded;
  tell({ type: "runtime-progress", loaded, total });
}

/**
 * @param {string} url
 * @param {RequestInit} [init]
 */
async function download(url, init) {
  let response;
  try {
    response = await originalFetch(url, init);
  } catch (error) {
    tell({ type: "runtime-missing", url, status: await statusOf(url) });
    throw error;
  }
  if (!response.ok) {
    tell({ type: "runtime-missing", url, status: response.status });
    throw new TypeError(`${url}: ${response.status}`);
  }
  const counted = response.body?.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { status: response.status, headers: response.headers });
}

/**
 * The status of an answer that was refused: where a hash is asked for, an error page fails as a wrong file does.
 * @param {string} url
 */
async function statusOf(url) {
  try {
    const { ok, status, body } = await originalFetch(url);
    await body?.cancel();
    return ok ? undefined : status;
  } catch {
    return undefined;
  }
}

const originalFetch = self.fetch.bind(self);

/** @type {Map<string, Promise<Response>>} what is on its way before Pyodide asks for it */
const underway = new Map();

/** @param {string} path @param {RequestInit} [init] */
function begin(path, init) {
  const { href } = new URL(path, base);
  const response = download(href, init);
  response.catch(() => {});
  underway.set(href, response);
}

begin(`${pyodide}pyodide.asm.wasm`);
begin(`${pyodide}python_stdlib.zip`);
for (const { file_name, sha256 } of packages) begin(file_name, { integrity: integrity(sha256) });

/** @param {string} hex */
function integrity(hex) {
  const digest = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `sha256-${btoa(digest.join(""))}`;
}

self.fetch = (input, init) => {
  const href = input instanceof Request ? input.url : new URL(input, base).href;
  const response = underway.get(href);
  if (!response) return originalFetch(input, init);
  underway.delete(href);
  return response;
};

/** @param {string} name */
async function load(name) {
  try {
    return await import(/* @vite-ignore */ folder + name);
  } catch (error) {
    tell({ type: "runtime-missing", url: folder + name });
    throw error;
  }
}

// Pyodide would import the second itself, but only once the first has run.
const [pyodideModule] = await Promise.all([load("pyodide.mjs"), load("pyodide.asm.mjs")]);

export const version = pyodideModule.version;

/** @param {object} options what PyScript passes: its stdout and stderr */
export async function loadPyodide(options) {
  const python = await pyodideModule.loadPyodide({
    ...options,
    indexURL: folder,
    lockFileContents: lock,
    packageBaseUrl: base,
    packages: Object.keys(lock.packages),
  });
  tell({ type: "runtime-interpreter" });
  return python;
}
