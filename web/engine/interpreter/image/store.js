/**
 * Where the image of this browser is kept: one entry of Cache Storage, under a key that names exactly what it was made
 * from and by. Must not know what is in an image.
 */

/** @typedef {"kept" | "refused" | "none"} State */

const DIGEST = "x-sha256";
const NOTE = "x-note";

/** @param {string} base absolute URL of the folder of Python's files: sites of one host do not share an image */
export function createStore(base) {
  const open = () => caches.open(`pyautodiff ${base}`);
  const entry = (/** @type {string} */ key) => `${base}image?${key}`;

  /** @param {string} key @param {Response} response */
  async function put(key, response) {
    await caches.delete(`pyautodiff ${base}`); // none is kept that can no longer be used
    await (await open()).put(entry(key), response);
  }

  return {
    /**
     * @param {string} key
     * @returns {Promise<State>}
     */
    async state(key) {
      const response = await (await open()).match(entry(key));
      if (!response) return "none";
      return response.headers.has(DIGEST) ? "kept" : "refused";
    },

    /**
     * @param {string} key
     * @returns {Promise<{ note: string, content: Promise<ArrayBuffer> }>} exactly what was kept, the note at once; what is
     *   damaged is thrown away
     */
    async take(key) {
      const response = await (await open()).match(entry(key));
      if (!response) throw new Error("there is no image");
      const { headers } = response;
      const undamaged = async () => {
        const content = await response.arrayBuffer();
        if ((await digest(content)) === headers.get(DIGEST)) return content;
        await (await open()).delete(entry(key));
        throw new Error("the image is damaged");
      };
      return { note: headers.get(NOTE) ?? "", content: undamaged() };
    },

    /**
     * @param {string} key
     * @param {string} note in ASCII
     * @param {Uint8Array<ArrayBuffer>} content
     */
    async keep(key, note, content) {
      const headers = { [DIGEST]: await digest(content), [NOTE]: note };
      await put(key, new Response(content, { headers }));
    },

    /**
     * It did not work here: none is made again under this key.
     * @param {string} key
     */
    refuse: (key) => put(key, new Response(null)),
  };
}

/** @param {BufferSource} content */
async function digest(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
