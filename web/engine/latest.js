/**
 * Questions of which only the newest matters: one is being answered, one waits, any between them are dropped.
 * Must not know what a question says or who answers it.
 */

/**
 * @template Question, Answer
 * @typedef {object} Asked
 * @property {Question} question
 * @property {(answer: Answer | null) => void} resolve
 */

/**
 * @template Question, Answer
 * @param {(fault: unknown) => void} onFault told when answering fails; the question stays, for the next `open`
 */
export function createLatest(onFault) {
  /** @type {((question: Question) => Promise<Answer>) | null} */
  let answer = null;
  /** @type {Asked<Question, Answer> | null} */
  let current = null;
  /** @type {Asked<Question, Answer> | null} */
  let waiting = null;

  async function next() {
    if (!answer || current || !waiting) return;
    const answering = answer;
    current = waiting;
    waiting = null;
    const asked = current;
    try {
      const found = await answering(asked.question);
      if (answering === answer) asked.resolve(found);
    } catch (fault) {
      if (answering === answer) {
        close();
        onFault(fault);
      }
    }
    if (current === asked) current = null;
    next();
  }

  /** No one answers from here on. What was asked last waits for the next `open`. */
  function close() {
    answer = null;
    if (!current) return;
    if (waiting) current.resolve(null);
    else waiting = current;
    current = null;
  }

  return {
    /**
     * @param {Question} question
     * @returns {Promise<Answer | null>} null when a newer question took this one's place
     */
    ask(question) {
      return new Promise((resolve) => {
        waiting?.resolve(null);
        waiting = { question, resolve };
        next();
      });
    },

    /** @param {(question: Question) => Promise<Answer>} answering who answers from here on */
    open(answering) {
      close();
      answer = answering;
      next();
    },

    close,

    /** Nobody will answer: whoever waits is told null. */
    clear() {
      close();
      waiting?.resolve(null);
      waiting = null;
    },
  };
}
