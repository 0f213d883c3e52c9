/** Something that is to be done after the first answer, and only then. */

/**
 * @param {(request: string) => Promise<string>} run
 * @param {() => void} then done after the first answer
 * @returns {(request: string) => Promise<string>}
 */
export function thenOnce(run, then) {
  let done = false;
  return async (request) => {
    const answer = await run(request);
    if (!done) then();
    done = true;
    return answer;
  };
}
