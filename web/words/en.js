/** Every sentence an English reader meets. Other languages give the same keys. No logic beyond choosing words. */

/** @typedef {typeof en} Words */

/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const en = {
  language: "English",
  title: "pyautodiff: see backpropagation",
  description:
    "Type x, pick functions, and see forward values and gradients at once: real Python and NumPy in your browser, no server.",
  tagline: "See backpropagation. Real Python, in your browser.",
  skip: "Skip to the graph",
  source: "Source code",
  chooseLanguage: "Language",
  theme: "Theme",
  themeNames: { light: "Light", dark: "Dark" },
  toTheme: { light: "Switch to the light theme", dark: "Switch to the dark theme" },

  engine: {
    idle: "Python starts in a moment",
    starting: (/** @type {number} */ percent) => `Python is starting… ${percent} %`,
    loading: ({ loaded = "", total = "" }) => `Python is starting… ${loaded} of ${total} MB`,
    ready: (/** @type {string} */ python) => `Python ${python} ready`,
    readySlower: (/** @type {string} */ python) => `Python ${python} ready (slower start)`,
    readyDetail: (/** @type {string} */ python, /** @type {string} */ numpy) =>
      `Every number here is computed by Python ${python} with NumPy ${numpy}, on your machine.`,
    slowerDetail:
      "A quicker way to start did not work in this browser, so a slower one took its place. Everything works as usual.",
    failed: "Python could not start.",
    retry: "Try again",
    causes: {
      download: ({ url = "", status = "" }) =>
        `A file could not be loaded${url ? ` (${url}${status ? `, status ${status}` : ""})` : ""}. Check your connection and try again.`,
      timeout: ({ seconds = "" }) => `It took longer than ${seconds} seconds. A slow connection may need another try.`,
      unsupported: ({ feature = "" }) =>
        `This browser lacks ${feature}, which Python needs. A current browser will do.`,
      python: ({ message = "" }) => `Python stopped while starting${message ? `: ${message}` : "."}`,
      crashed: ({ message = "" }) => `Python stopped working. Your input is kept.${message ? ` (${message})` : ""}`,
      other: ({ message = "" }) => `Something unexpected happened${message ? `: ${message}` : "."}`,
    },
    parts: {
      interpreter: "It is the Python interpreter itself.",
      library: "It holds Python’s own library.",
      numpy: "It holds NumPy, which computes with arrays.",
      pyautodiff: "It holds pyautodiff, the library that works out the gradients.",
      pyscript: "It belongs to PyScript, which runs Python in this page.",
    },
    waiting: "Your change is kept; it is answered as soon as Python is ready.",
    scriptOff: "This is the worked example. With JavaScript on you can change x and the functions.",
  },

  x: {
    label: "x",
    name: "Value of x",
    hint: "A number, pi/4, 1e-3, or a list: [0, 0.5, 1]",
    slider: "Move x",
    sliderOf: (/** @type {string} */ name) => `Move ${name}`,
    lowest: "Lowest x of the slider",
    highest: "Highest x of the slider",
  },

  chain: {
    name: "Chain of functions",
    add: "Add a function",
    empty: "No function yet. Add one.",
    place: ({ place = 0, of = 0 }) => `, function ${place} of ${of}`,
    chipKeys:
      "Arrow keys go to the next function, Alt with an arrow key moves this one, Enter swaps it, Delete removes it.",
    remove: (/** @type {string} */ name) => `Remove ${name}`,
    swap: "Swap",
    earlier: "Move earlier",
    later: "Move later",
    constant: (/** @type {string} */ name) => `Constant of ${name}`,
    full: (/** @type {number} */ limit) => `A chain holds at most ${limit} functions here.`,
    undo: "Undo",
    redo: "Redo",
    reset: "Back to the book’s example",
    moved: ({ name = "", place = 0 }) => `${name} is now function ${place}.`,
    added: ({ name = "", place = 0 }) => `${name} added as function ${place}.`,
    removed: ({ name = "" }) => `${name} removed.`,
    examples: "Examples",
    recent: "Your recent chains",
    share: "Copy the link",
    linkCopied: "The link to what you see is copied.",
    picture: "Picture",
    pictures: { svg: "Save as SVG", png: "Save as PNG", print: "Print" },
    present: "Presentation mode",
    explain: "What is this?",
  },

  expression: {
    name: "Expression for y",
    toExpression: "Write an expression",
    toChain: "Back to a chain",
    noChain: "A chain cannot say this expression: here is the chain there was.",
    hint: "+ − * / ** and functions such as exp, sin, tanh, in x or in x0, x1, x2",
    input: (/** @type {string} */ name) => `Value of ${name}`,
  },

  embed: {
    missing: "The page could not be loaded into this frame. Load this page again, or open it on its own.",
    sandboxed:
      "This frame is sandboxed, and the server does not let sandboxed frames load its scripts: add allow-same-origin to the frame’s sandbox attribute.",
    open: "Open in pyautodiff",
    newTab: "(opens a new tab)",
  },

  embedding: {
    name: "Embed",
  },

  presets: {
    book: "The book’s example",
    neuron: "A sigmoid neuron",
    vanishing: "Ten sigmoids: the gradient vanishes",
    overflow: "Overflow",
    logNegative: "Log of a negative number",
    twice: "One variable used twice",
    inputs: "Two inputs",
    array: "Three numbers at once",
  },

  palette: {
    title: "Pick a function",
    search: "Search functions",
    none: (/** @type {string} */ text) => `No function is called “${text}”.`,
    close: "Close",
    curve: (/** @type {string} */ name) => `Curve of ${name}`,
    domains: {
      real: "every x",
      positive: "x > 0",
      "non-negative": "x ≥ 0",
      "non-zero": "x ≠ 0",
      poles: "every x but its poles",
      constant: "depends on the constant",
    },
  },

  functions: {
    square: "square",
    cube: "cube",
    exp: "exponential",
    log: "natural logarithm",
    sqrt: "square root",
    reciprocal: "one over x",
    neg: "minus",
    abs: "absolute value",
    sin: "sine",
    cos: "cosine",
    tan: "tangent",
    tanh: "hyperbolic tangent",
    sigmoid: "logistic sigmoid",
    relu: "rectifier",
    softplus: "smooth rectifier",
    pow: "power",
    scale: "times a constant",
    shift: "plus a constant",
  },

  result: {
    title: "Result",
    value: "Value of y",
    gradient: "Gradient of y with respect to x",
    elementwise:
      "The output is an array. Where the backward pass begins, the seed is ones, so each gradient is that of the sum of y.",
    copy: "Copy",
    gradientIn: (/** @type {string} */ name) => `Gradient of y with respect to ${name}`,
    spoken: ({ y = "", dydx = "" }) => `y is ${y}, dy/dx is ${dydx}.`,
    copied: "Copied.",
    notCopied: "The browser did not allow copying.",
    all: "Show every value",
  },

  caption: {
    chainRule:
      "Forward, in blue, from the input to y. Backward, in orange, from y to the input: each gradient is the one next to it, nearer to y, times the local derivative of the function between them. Press play to see it step by step.",
    stale: "Shown is the last result; it does not belong to what you typed.",
  },

  steps: {
    name: "Steps of the computation",
    first: "Before anything runs",
    back: "One step back",
    forward: "One step forward",
    last: "Everything has run",
    play: "Play the steps",
    pause: "Pause",
    scrub: "Step",
    speed: "Speed",
    count: ({ step = 0, last = 0 }) => `Step ${step} of ${last}`,
    of: ({ step = 0, last = 0 }) => `${step}/${last}`,
    passes: { none: "Start", forward: "Forward", seed: "Seed", backward: "Backward" },
    all: "Everything has run. Step through it to see how each number comes about.",
    none: ({ names = "" }) =>
      `Nothing has run yet. Only ${names} ${names.includes(",") ? "hold" : "holds"} data; every gradient is None.`,
    forward1: ({ name = "", input = "", output = "" }) =>
      `${name} takes ${input} and makes ${output}, and remembers ${input} for the way back.`,
    seed: ({ output = "" }) => `The backward pass begins at ${output}: its gradient with respect to itself is 1.`,
    seedArray: ({ output = "" }) => `The backward pass begins at ${output}, with ones: one for each element.`,
    backward1: ({ name = "", input = "", output = "" }) =>
      `${name} hands the gradient of ${output} back to ${input}: gradient in × local derivative.`,
    addsUp: ({ input = "" }) => `${input}: used more than once, so the gradients add up.`,
    final: ({ input = "" }) => `This is the derivative of y with respect to ${input}: the backward pass is done.`,
  },

  links: {
    name: "Links",
    explain: "Show the linked list: creator, input and output",
    workList: "The list that backward() works off:",
    idle: "It is filled when the backward pass begins.",
    done: "The backward pass is done, so the list is empty.",
    filled: (/** @type {string} */ letters) => `${letters} made the output, so it is the first on the list.`,
    popped: (/** @type {string} */ letter) =>
      `${letter} was taken off the list; the creator of its input was put on it, if there is one.`,
    ordered: (/** @type {string} */ letter, /** @type {number} */ generation) =>
      `${letter} was taken off the list: of those on it, it has the greatest generation, ${generation}. So no function runs before every gradient of its output is there.`,
  },

  flags: {
    domain: (/** @type {string} */ where) =>
      `${where}: outside its domain, so the result is NaN (not a number) or infinite, and that can spread to everything after it.`,
    overflow: (/** @type {string} */ where) => `${where}: too large for a 64-bit float, so it became ∞.`,
    underflow: (/** @type {string} */ where) =>
      `${where}: too small for a 64-bit float, so it became 0 or lost digits.`,
    kink: (/** @type {string} */ where) =>
      `${where}: has a corner just here, or a vertical tangent, so it has no derivative. At a corner 0 is used by convention.`,
    vanishing:
      "The gradient vanishes: many local derivatives are below 1, and each function multiplies the gradient by its own on the way back to x.",
  },

  graphName: (/** @type {number} */ count) =>
    `Computational graph of ${plural(count, "function", "functions")}. Arrow keys walk along it, Enter shows every digit.`,
  zoom: {
    name: "Size of the graph",
    in: "Larger",
    out: "Smaller",
    fit: "The whole graph at once",
  },
  notYet: "not yet",
  none: "None",
  variableLabel: (/** @type {{ name: string, data: string | null, gradientName: string, grad: string | null }} */ v) =>
    `Variable ${v.name}: data ${v.data ?? "not computed yet"}, gradient ${v.gradientName} ${v.grad ?? "None, not computed yet"}`,
  functionLabel: (
    /** @type {{ letter: string, name: string, formula: string, derivative: string, local: string | null }} */ f,
  ) =>
    `Function ${f.letter}, ${f.name}: ${f.formula}, local derivative ${f.derivative}${f.local ? ` = ${f.local}` : ""}`,

  table: {
    title: "The same numbers, function by function",
    function: "Function",
    input: "Input",
    output: "Output",
    local: "Local derivative",
    upstream: "Gradient in",
    downstream: "Gradient out",
    forward: "Forward",
    backward: "Backward",
    digits: "Digits",
    hint: "Gradient out = gradient in × local derivative.",
  },

  code: {
    title: "The code",
    styles: "Ways to write it",
    names: { "by-hand": "By hand", automatic: "Automatic", library: "backward()" },
    runs: "Run this Python with pyautodiff and it prints these numbers.",
    from: (/** @type {string} */ file) => `This is ${file}, the very code that runs here.`,
  },

  curve: {
    title: "The curve",
    of: "Curve of",
    name: (/** @type {string} */ name) => `${name} over x, with the tangent at this x`,
    slope: ({ name = "", input = "x", x = "", slope = "" }) =>
      `At ${input} = ${x} the tangent of ${name} has slope ${slope}. Drag the point to move ${input}.`,
    handle: "Move x along the curve",
    elements: "Each dot is an element of the array.",
    noPoint: "There is no point to mark for this x.",
  },

  check: {
    title: "The gradient check",
    eps: "eps of numerical differentiation",
    backprop: "Backprop",
    numerical: "Numerical",
    error: "Relative error",
    worst: "the worst",
    others: (/** @type {number} */ count) => `${plural(count, "more element", "more elements")}, none worse`,
    verdicts: {
      agree: "They agree.",
      disagree: "They disagree.",
      "eps-too-large": "eps is too large here.",
      "eps-too-small": "eps is too small here.",
      undefined: "There is nothing to compare.",
    },
    reasons: {
      agree: "Two ways, one gradient: the chain rule backward, and a small step to either side.",
      disagree: "The two differ at every eps, so the gradient is not right.",
      "eps-too-large":
        "The gradient is right; a step this wide does not follow the curve (truncation). Try a smaller eps.",
      "eps-too-small":
        "The gradient is right; a difference this small loses its digits (cancellation). Try a larger eps.",
      undefined: "Here y or its derivative is not defined, or a number left the range of a 64-bit float.",
    },
    sweepName: "Relative error of numerical differentiation for eps from 10⁻¹ to 10⁻¹², both on logarithmic scales",
    truncation: "truncation",
    cancellation: "cancellation",
    best: "best",
    cost: ({ forward = 0, backward = 0 }) =>
      `Cost: numerical differentiation took ${plural(forward, "forward pass", "forward passes")}; backpropagation took 1 forward pass and ${plural(backward, "backward pass", "backward passes")}, however many variables there are.`,
  },

  details: {
    close: "Close",
    data: "Data",
    grad: "Gradient",
    creator: "Creator",
    creatorNone: "None: this is where the graph begins",
    dtype: "Type",
    shape: "Shape",
    scalar: "scalar",
    formula: "Formula",
    local: "Local derivative",
    input: "Input",
    output: "Output",
    generation: "Generation",
    generationOf: (/** @type {number} */ generation) =>
      `${generation}: ${generation === 0 ? "nothing has to run before it" : `on the longest way from the input, ${plural(generation, "function runs", "functions run")} before it`}`,
    summarised: ({ size = 0, min = "", max = "", mean = "" }) =>
      `${size} elements, from ${min} to ${max}, mean ${mean}. Shown are the first and the last.`,
  },

  errors: {
    "x-empty": () => "Type a number for x, for example 0.5.",
    "x-syntax": ({ text = "" }) => `“${text}” is not a number. Try 0.5, pi/4 or [0, 1].`,
    "x-comma": ({ text = "" }) => `“${text}”: write a decimal point, as in 0.5; a list needs brackets: [0, 5].`,
    "x-name": ({ name = "" }) => `“${name}” is not known here. pi, e, inf, nan and sqrt are.`,
    "x-ragged": () => "The rows of the list have different lengths. Give each row as many numbers as the others.",
    "x-too-large": ({ limit = "" }) => `That is more than ${limit} elements. Use a smaller list.`,
    "x-too-deep": () => "That is nested too deeply. Lists up to a few levels will do.",
    "x-text-too-long": ({ limit = "" }) => `That is longer than ${limit} characters.`,
    "x-not-real": () => "That is not a real number.",
    "chain-empty": () => "The chain has no function. Add one to see a result.",
    "chain-unknown-function": ({ name = "", suggestions = /** @type {string[]} */ ([]) }) =>
      `There is no function “${name}”.${suggestions.length > 0 ? ` Did you mean ${suggestions.join(" or ")}?` : ""}`,
    "chain-constant-bad": ({ name = "", text = "" }) =>
      `“${text}” cannot be the constant of ${name}. Use a number such as 3 or pi/2.`,
    "chain-constant-missing": ({ name = "" }) => `${name} needs a constant, for example ${name}:3.`,
    "chain-constant-unwanted": ({ name = "" }) => `${name} takes no constant.`,
    "chain-text-too-long": ({ limit = "" }) => `The address holds a chain of more than ${limit} characters.`,
    "request-bad": () => "The page and its Python do not fit together. Load the page again.",
    internal: ({ type = "", message = "" }) =>
      `Python reports a fault of its own (${type}: ${message}). Please tell us.`,
    "chain-too-long": ({ limit = "" }) => `A chain holds at most ${limit} functions here.`,
    "range-bad": () => "The slider’s lowest value must be a number below its highest.",
    "eps-bad": () => "eps must be a number between 0 and 1, for example 0.0001.",
    "address-choice": ({ key = "", text = "", choices = "" }) =>
      `The address says ${key}=${text}; it can be ${choices}.`,
    "address-step": ({ text = "" }) => `The address says step=${text}; a step is a whole number.`,
    "expression-empty": () => "Write an expression, for example (x**2 + 1) * sin(x).",
    "expression-syntax": ({ text = "" }) => `“${text}” is not complete, or not an expression.`,
    "expression-name": ({ name = "", suggestions = /** @type {string[]} */ ([]) }) =>
      `“${name}” is not known.${suggestions.length > 0 ? ` Did you mean ${suggestions.join(" or ")}?` : " Use x, or x0, x1 and x2."}`,
    "expression-unsupported": ({ what = "" }) =>
      `“${what}” cannot be used here. Use + − * / ** and the functions of the palette.`,
    "expression-call": ({ name = "", suggestions = /** @type {string[]} */ ([]) }) =>
      `There is no function “${name}”.${suggestions.length > 0 ? ` Did you mean ${suggestions.join(" or ")}?` : ""}`,
    "expression-too-long": ({ limit = "" }) => `That is longer than ${limit} characters.`,
    "expression-too-deep": ({ limit = "" }) => `That is nested more than ${limit} levels deep.`,
    "expression-inputs": ({ limit = "" }) => `At most ${limit} inputs can be used: x0, x1, x2.`,
    "expression-no-input": () => "The expression has no input. Use x, or x0, x1 and x2.",
    "expression-not-real": () => "The expression leaves the real numbers.",
    "expression-arguments": ({ name = "" }) => `${name} is given the wrong number of values.`,
    "x-shapes": () => "The inputs have shapes that do not fit together.",
    "second-several-inputs": () => "The second derivative is shown for one input.",
    "second-too-large": () => "This graph is too large for its second derivative to be drawn.",
    "out-of-memory": () => "That needs more memory than the browser gives. Use fewer elements.",
    other: ({ kind = "" }) => `This could not be computed (${kind}).`,
  },

  second: {
    name: "d²y/dx²",
    title: "The gradient of the gradient",
    text: "backward(create_graph=True) makes dy/dx a graph of its own. Going backward through it gives the second derivative.",
    first: "First derivative",
    second: "Second derivative",
  },

  explain: {
    expression:
      "y as an expression, written as in Python. A variable used twice makes a graph that branches: no longer a chain.",
    second: "Shows the second derivative, with the graph of the gradient.",
    explain: "Point at anything, tap it or go to it with Tab: here it says what it is. Escape ends this.",
    status:
      "Whether Python is ready. It runs on your machine, in the page; until it is ready the worked example stands here.",
    language: "The language of the page.",
    theme: "Light or dark.",
    x: "x, the input of the first function: a number, an expression such as pi/4, or a list of numbers.",
    slider: "Moves x; everything is computed anew while it moves.",
    range: "An end of the slider and of the curve. Type another number to move it.",
    chain: "The functions, in the order in which they run: each takes what the one before it made.",
    chip: "One function of the chain. Press it to swap, move or remove it; drag it to another place.",
    constant: "The constant of this function. Type another number.",
    add: "Adds a function at the end of the chain.",
    examples: "Examples, each with something to see, and your own recent chains.",
    undo: "Takes the last change back, or makes it again.",
    reset: "Goes back to the book’s example.",
    share: "Copies the address. Everything you see is in it.",
    picture: "Saves the graph as a picture, or prints the page.",
    embedding: "Makes what you see into something for your own page.",
    present: "Full screen and large type for a projector; the arrow keys or a clicker step.",
    y: "The value of the output: the result of the forward pass.",
    dydx: "The derivative of y with respect to x: how fast y changes when x does. The result of the backward pass.",
    graph: "The computational graph: circles are variables, boxes are functions.",
    zoom: "Makes the graph larger or smaller, or fits all of it on the screen. Drag a large graph to move it.",
    variable: "A variable: a box that holds data, its gradient once there is one, and the function that made it.",
    function: "A function: makes one variable from another, and remembers its input for the backward pass.",
    value: "Blue, above the line or left of it: the data of this variable, from the forward pass.",
    gradient:
      "Orange, below the line or right of it: the gradient of y with respect to this variable, ∂y/∂…, from the backward pass.",
    local: "The local derivative: how fast this function’s output changes with its input, just here.",
    forward: "A blue arrow: the forward pass carries data from x to y.",
    backward: "An orange arrow: the backward pass carries gradients from y to x.",
    links: "The linked list behind backpropagation: a function knows its input and output, a variable its creator.",
    steps: "Runs the computation step by step: forward, then the seed dy/dy = 1, then backward.",
    scrub: "Where you are among the steps. Drag it, or use the arrow keys.",
    speed: "How fast the steps are played.",
    notes: "What this step does, with its numbers put into the formula.",
    code: "The Python of this very computation. The line that the step runs is marked.",
    codeStyle:
      "By hand: each gradient is asked for. Automatic: backward() does it all. backward(): the library’s own loop.",
    curve: "y over x. The dashed line is the tangent at x: its slope is the gradient. Drag the point to move x.",
    curveOf: "Which variable’s curve is drawn.",
    slope: "Draws the curve of the derivative too.",
    check: "The same gradients found in another way, numerical differentiation: a small step to either side of x.",
    eps: "ε (eps), the size of the small step of numerical differentiation.",
    sweep:
      "The error of numerical differentiation for each ε. Too large a step misses the curve (truncation); too small a step loses digits (cancellation).",
    table: "The same numbers as in the graph, one function a row.",
    digits: "How many significant digits are shown. Copying always gives all of them.",
    copy: "Copies every digit.",
    close: "Closes this.",
    creator: "The function that made this variable: the backward pass goes back through it.",
    generation:
      "How many functions lie at most between the inputs and here. The backward pass takes the greatest generation first, so that every gradient is whole before it is used.",
    shape: "The shape of the array and the type of its elements. A gradient has the shape of its data.",
    formula: "What this function computes.",
    grid: "Every element, shaded by its size: the stronger the shade, the larger the number, whatever its sign.",
    search: "Type part of a name; Enter takes the first.",
    card: "A function: its curve, its formula, and for which x it is defined. Press it to put it into the chain.",
    move: "Moves this function along the chain, or takes it out.",
    licences: "The licences of what this page is made of.",
    whole: "A file of about 13 MB. Open it from your disk or a stick: it needs no server and no network.",
    here: "Everything is computed on your machine. Nothing is sent anywhere.",
  },

  keeping: {
    fromNowOn: "Works offline from now on.",
    kept: "Works offline.",
    offline: "You are offline.",
    offlineKept: "You are offline. Everything here goes on working.",
    renewed: "There is a new version.",
    reload: "Reload",
  },

  footer: {
    local: "No server, no cookies, no trackers: your numbers stay on your machine.",
    whole: "Take it along: the whole page in one file",
    licences: "Licences of the software used here",
  },
};
