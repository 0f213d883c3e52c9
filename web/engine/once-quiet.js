/** Something that is to be done once, when answers have been given and nobody asks for a while. */

/**
 * @param {(request: string) => Promise<string>} run
 * @param {() => void} then
 * @param {number} quiet  milliseconds without a question
 * @returns {(request: string) => Promise<string>}
 */
export function onceQuiet(run, then, quiet) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let done = false;
  return async (request) => {
    clearTimeout(timer);
    const answer = await run(request);
    clearTimeout(timer);
    if (!done)
      timer = setTimeout(() => {
        done = true;
        then();
      }, quiet);
    return answer;
  };
}
