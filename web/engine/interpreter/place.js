/** Puts files into an interpreter's file system. Must not know what they are for. */

/**
 * @param {any} FS Emscripten's
 * @param {import("./pack.js").Files} files
 */
export function writeFiles(FS, files) {
  const absolute = [...files].map(([path, content]) => /** @type {const} */ ([path.replace(/^\/?/, "/"), content]));
  for (const folder of new Set(absolute.map(([path]) => path.slice(0, path.lastIndexOf("/"))))) FS.mkdirTree(folder);
  for (const [path, content] of absolute) FS.writeFile(path, content, { canOwn: true });
}
