/** Files that a visitor takes along: a script as it is, or as a notebook (nbformat 4). Knows no trace. */

/** @param {string} source @returns {string} a notebook of one code cell */
export const notebook = (source) =>
  JSON.stringify(
    {
      cells: [
        {
          cell_type: "code",
          execution_count: null,
          id: "computation",
          metadata: {},
          outputs: [],
          source: source.trimEnd().split(/(?<=\n)/),
        },
      ],
      metadata: {
        kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
        language_info: { name: "python" },
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  );

/** @param {string} name @param {Blob} content */
export function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
