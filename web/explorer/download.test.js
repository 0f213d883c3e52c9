import assert from "node:assert/strict";
import { test } from "node:test";
import { notebook } from "./download.js";

test("a notebook is nbformat 4 and holds the source, line by line", () => {
  const made = JSON.parse(notebook("import numpy as np\nx = 1\n"));
  assert.equal(made.nbformat, 4);
  assert.deepEqual(made.cells[0].source, ["import numpy as np\n", "x = 1"]);
  assert.equal(made.cells[0].cell_type, "code");
});
