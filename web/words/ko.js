/** Every sentence a Korean reader meets: the same keys as in English. */

/** @type {import("./en.js").Words} */
export const ko = {
  language: "한국어",
  title: "pyautodiff: 눈으로 보는 역전파",
  description:
    "x를 입력하고 함수를 고르면 순전파 값과 기울기가 바로 보입니다. 서버 없이 브라우저에서 진짜 파이썬과 NumPy가 계산합니다.",
  tagline: "눈으로 보는 역전파. 브라우저에서 실행되는 진짜 파이썬.",
  skip: "그래프로 건너뛰기",
  source: "소스 코드",
  chooseLanguage: "언어",
  theme: "테마",
  themeNames: { light: "밝게", dark: "어둡게" },
  toTheme: { light: "밝은 테마로 바꾸기", dark: "어두운 테마로 바꾸기" },

  engine: {
    idle: "파이썬이 곧 시작됩니다",
    starting: (percent) => `파이썬을 시작하는 중… ${percent} %`,
    loading: ({ loaded = "", total = "" }) => `파이썬을 시작하는 중… ${loaded}/${total} MB`,
    ready: (python) => `파이썬 ${python} 준비 완료`,
    readySlower: (python) => `파이썬 ${python} 준비 완료(느린 시작)`,
    readyDetail: (python, numpy) =>
      `여기 있는 모든 수는 이 기기에서 계산한 값입니다(파이썬 ${python}, NumPy ${numpy}).`,
    slowerDetail:
      "이 브라우저에서는 더 빠른 시작 방법을 쓸 수 없어 느린 방법으로 시작했습니다. 모든 기능은 그대로 쓸 수 있습니다.",
    failed: "파이썬을 시작하지 못했습니다.",
    retry: "다시 시도",
    causes: {
      download: ({ url = "", status = "" }) =>
        `파일을 불러오지 못했습니다${url ? ` (${url}${status ? `, 상태 ${status}` : ""})` : ""}. 인터넷 연결을 확인하고 다시 시도해 주세요.`,
      timeout: ({ seconds = "" }) => `${seconds}초가 지나도 끝나지 않았습니다. 인터넷이 느리면 한 번 더 시도해 주세요.`,
      unsupported: ({ feature = "" }) =>
        `이 브라우저에는 파이썬에 필요한 ${feature} 기능이 없습니다. 최신 브라우저를 사용해 주세요.`,
      python: ({ message = "" }) => `파이썬이 시작 도중에 멈췄습니다${message ? `: ${message}` : "."}`,
      crashed: ({ message = "" }) =>
        `파이썬이 멈췄습니다. 입력한 내용은 그대로 있습니다.${message ? ` (${message})` : ""}`,
      other: ({ message = "" }) => `예상하지 못한 문제가 생겼습니다${message ? `: ${message}` : "."}`,
    },
    parts: {
      interpreter: "파이썬 인터프리터 파일입니다.",
      library: "파이썬 표준 라이브러리가 든 파일입니다.",
      numpy: "배열을 계산하는 NumPy가 든 파일입니다.",
      pyautodiff: "기울기를 계산하는 pyautodiff 라이브러리가 든 파일입니다.",
      pyscript: "이 페이지에서 파이썬을 실행하는 PyScript 파일입니다.",
    },
    waiting: "바꾼 내용은 그대로 두었다가 파이썬이 준비되면 바로 계산합니다.",
    scriptOff: "미리 계산해 둔 예제입니다. 자바스크립트를 켜면 x와 함수를 바꿀 수 있습니다.",
  },

  x: {
    label: "x",
    name: "x의 값",
    hint: "수, pi/4, 1e-3 또는 리스트: [0, 0.5, 1]",
    slider: "x 움직이기",
    sliderOf: (name) => `${name} 움직이기`,
    lowest: "슬라이더에서 가장 작은 x",
    highest: "슬라이더에서 가장 큰 x",
  },

  chain: {
    name: "함수 체인",
    add: "함수 추가",
    empty: "아직 함수가 없습니다. 하나 추가해 보세요.",
    place: ({ place = 0, of = 0 }) => `, 함수 ${of}개 중 ${place}번째`,
    chipKeys:
      "화살표 키로 옆 함수로 이동하고, Alt와 화살표 키로 자리를 옮기고, Enter로 다른 함수로 바꾸고, Delete로 지웁니다.",
    remove: (name) => `${name} 지우기`,
    swap: "바꾸기",
    earlier: "앞으로 옮기기",
    later: "뒤로 옮기기",
    constant: (name) => `${name}의 상수`,
    full: (limit) => `여기서는 함수를 ${limit}개까지 연결할 수 있습니다.`,
    undo: "되돌리기",
    redo: "다시 하기",
    reset: "책의 예제로 돌아가기",
    moved: ({ name = "", place = 0 }) => `${name}: 이제 ${place}번째 함수입니다.`,
    added: ({ name = "", place = 0 }) => `${name}: ${place}번째 함수로 추가했습니다.`,
    removed: ({ name = "" }) => `${name}: 지웠습니다.`,
    examples: "예제",
    recent: "최근에 쓴 체인",
    share: "링크 복사",
    linkCopied: "지금 화면의 링크를 복사했습니다.",
    picture: "그림",
    pictures: { svg: "SVG로 저장", png: "PNG로 저장", print: "인쇄" },
    present: "발표 모드",
    explain: "이건 뭔가요?",
  },

  expression: {
    name: "y의 식",
    toExpression: "식으로 쓰기",
    toChain: "체인으로 돌아가기",
    noChain: "이 식은 체인으로 나타낼 수 없어, 전에 쓰던 체인을 보여 드립니다.",
    hint: "x 또는 x0, x1, x2에 + − * / ** 연산과 모든 함수를 쓸 수 있습니다",
    input: (name) => `${name}의 값`,
  },

  embed: {
    missing: "페이지를 이 프레임에 불러오지 못했습니다. 이 페이지를 새로 고치거나 따로 열어 보세요.",
    sandboxed:
      "이 프레임은 sandbox로 격리되어 있고, 서버가 격리된 프레임에 스크립트를 내주지 않습니다. 프레임의 sandbox 속성에 allow-same-origin을 더해 주세요.",
    open: "pyautodiff에서 열기",
    newTab: "(새 탭에서 열림)",
  },

  embedding: {
    name: "삽입",
  },

  presets: {
    book: "책의 예제",
    neuron: "시그모이드 뉴런",
    vanishing: "시그모이드 열 개: 기울기 소실",
    overflow: "오버플로",
    logNegative: "음수의 로그",
    twice: "두 번 쓰인 변수",
    inputs: "입력 두 개",
    array: "수 세 개를 한 번에",
  },

  palette: {
    title: "함수 고르기",
    search: "함수 찾기",
    none: (text) => `‘${text}’에 맞는 함수가 없습니다.`,
    close: "닫기",
    curve: (name) => `${name}의 곡선`,
    domains: {
      real: "모든 x",
      positive: "x > 0",
      "non-negative": "x ≥ 0",
      "non-zero": "x ≠ 0",
      poles: "함숫값이 유한한 모든 x",
      constant: "상수에 따라 다름",
    },
  },

  functions: {
    square: "제곱",
    cube: "세제곱",
    exp: "지수 함수",
    log: "자연로그",
    sqrt: "제곱근",
    reciprocal: "역수",
    neg: "부호 바꾸기",
    abs: "절댓값",
    sin: "사인",
    cos: "코사인",
    tan: "탄젠트",
    tanh: "쌍곡탄젠트",
    sigmoid: "시그모이드",
    relu: "렐루",
    softplus: "소프트플러스",
    pow: "거듭제곱",
    scale: "상수배",
    shift: "상수 더하기",
  },

  result: {
    title: "결과",
    value: "y의 값",
    gradient: "x에 대한 y의 기울기",
    elementwise: "출력이 배열이므로 1로 채운 배열에서 역전파를 시작합니다. 각 기울기는 y의 합에 대한 기울기입니다.",
    copy: "복사",
    gradientIn: (name) => `${name}에 대한 y의 기울기`,
    spoken: ({ y = "", dydx = "" }) => `y는 ${y}, dy/dx는 ${dydx}입니다.`,
    copied: "복사했습니다.",
    notCopied: "브라우저가 복사를 허용하지 않았습니다.",
    all: "모든 값 보기",
  },

  caption: {
    chainRule:
      "순전파(파란색)는 입력에서 y로, 역전파(주홍색)는 y에서 입력으로 갑니다. 각 기울기는 y 쪽 옆 변수의 기울기에, 둘 사이에 있는 함수의 국소 미분을 곱한 값입니다. 재생을 누르면 한 단계씩 볼 수 있습니다.",
    stale: "마지막으로 계산한 결과입니다. 지금 입력한 값의 결과가 아닙니다.",
  },

  steps: {
    name: "계산 단계",
    first: "아무것도 실행하기 전",
    back: "한 단계 뒤로",
    forward: "한 단계 앞으로",
    last: "모두 실행한 뒤",
    play: "단계 재생",
    pause: "멈춤",
    scrub: "단계",
    speed: "속도",
    count: ({ step = 0, last = 0 }) => `${last}단계 중 ${step}단계`,
    of: ({ step = 0, last = 0 }) => `${step}/${last}`,
    passes: { none: "시작", forward: "순전파", seed: "출발", backward: "역전파" },
    all: "모두 실행했습니다. 단계를 따라가면 각 수가 어떻게 나왔는지 볼 수 있습니다.",
    none: ({ names = "" }) => `아직 아무것도 실행하지 않았습니다. ${names}에만 데이터가 있고 기울기는 모두 None입니다.`,
    forward1: ({ name = "", input = "", output = "" }) =>
      `${name} 함수가 ${input}의 값을 받아 ${output}의 값을 만들고, 역전파에 쓰려고 ${input}의 값을 기억합니다.`,
    seed: ({ output = "" }) => `역전파는 ${output}에서 출발합니다. 자기 자신에 대한 기울기는 1입니다.`,
    seedArray: ({ output = "" }) => `역전파는 ${output}에서, 원소마다 1을 넣은 배열로 출발합니다.`,
    backward1: ({ name = "", input = "", output = "" }) =>
      `${name} 함수가 ${output}의 기울기를 받아 ${input} 쪽으로 전합니다. 전하는 값은 들어온 기울기 × 국소 미분입니다.`,
    addsUp: ({ input = "" }) => `${input}: 두 번 이상 쓰였으므로 기울기를 더합니다.`,
    final: ({ input = "" }) => `이것이 ${input}에 대한 y의 미분입니다. 역전파가 끝났습니다.`,
  },

  links: {
    name: "연결 보기",
    explain: "연결 리스트 보기: creator, input, output",
    workList: "backward()가 처리할 함수 리스트:",
    idle: "역전파가 시작되면 채워집니다.",
    done: "역전파가 끝나 리스트가 비었습니다.",
    filled: (letters) => `출력을 만든 함수는 ${letters}입니다. 가장 먼저 처리합니다.`,
    popped: (letter) =>
      `${letter} 함수를 리스트에서 꺼냈고, 그 입력을 만든 함수(creator)가 있으면 리스트에 넣었습니다.`,
    ordered: (letter, generation) =>
      `${letter} 함수를 리스트에서 꺼냈습니다. 리스트에서 세대가 ${generation}(으)로 가장 큽니다. 그래서 출력의 기울기가 모두 모이기 전에는 어떤 함수도 실행되지 않습니다.`,
  },

  flags: {
    domain: (where) =>
      `${where}: 정의역 밖이라 결과가 NaN(수가 아님)이나 무한대입니다. 뒤따르는 모든 값으로 번질 수 있습니다.`,
    overflow: (where) => `${where}: 64비트 실수로 나타내기에 너무 커서 ∞가 되었습니다.`,
    underflow: (where) => `${where}: 64비트 실수로 나타내기에 너무 작아서 0이 되거나 자릿수를 잃었습니다.`,
    kink: (where) =>
      `${where}: 바로 이 점에서 꺾여 있거나 접선이 수직이어서 미분할 수 없습니다. 꺾인 점에서는 관례에 따라 0을 씁니다.`,
    vanishing: "1보다 작은 국소 미분이 여러 번 곱해져서, x에 이를 때는 기울기가 거의 사라집니다.",
  },

  graphName: (count) => `함수 ${count}개의 계산 그래프. 화살표 키로 이동하고 Enter로 모든 자릿수를 봅니다.`,
  zoom: {
    name: "그래프 크기",
    in: "크게",
    out: "작게",
    fit: "그래프 전체 보기",
  },
  notYet: "아직 없음",
  none: "None",
  variableLabel: (v) =>
    `변수 ${v.name}: 데이터 ${v.data ?? "아직 없음"}, 기울기 ${v.gradientName} ${v.grad ?? "None, 아직 없음"}`,
  functionLabel: (f) =>
    `함수 ${f.letter}, ${f.name}: ${f.formula}, 국소 미분 ${f.derivative}${f.local ? ` = ${f.local}` : ""}`,

  table: {
    title: "같은 수를 함수별로",
    function: "함수",
    input: "입력",
    output: "출력",
    local: "국소 미분",
    upstream: "들어온 기울기",
    downstream: "나간 기울기",
    forward: "순전파",
    backward: "역전파",
    digits: "유효숫자",
    hint: "나간 기울기 = 들어온 기울기 × 국소 미분",
  },

  code: {
    title: "코드",
    styles: "쓰는 방법",
    names: { "by-hand": "손으로", automatic: "자동으로", library: "backward()" },
    runs: "pyautodiff가 설치된 곳에서 이 파이썬 코드를 실행하면 같은 수가 출력됩니다.",
    from: (file) => `여기서 실제로 실행되는 코드입니다: ${file}`,
  },

  curve: {
    title: "곡선",
    of: "곡선으로 그릴 변수",
    name: (name) => `x에 따른 ${name}의 곡선과 지금 x에서의 접선`,
    slope: ({ name = "", input = "x", x = "", slope = "" }) =>
      `${input} = ${x}에서 ${name}의 접선 기울기는 ${slope}입니다. 점을 끌어 ${input}의 값을 바꿔 보세요.`,
    handle: "곡선을 따라 x 움직이기",
    elements: "점 하나가 배열의 원소 하나입니다.",
    noPoint: "이 x에는 표시할 점이 없습니다.",
  },

  check: {
    title: "기울기 확인",
    eps: "수치 미분의 eps",
    backprop: "역전파",
    numerical: "수치 미분",
    error: "상대 오차",
    worst: "오차 최대",
    others: (count) => `나머지 원소 ${count}개의 오차는 이보다 크지 않습니다`,
    verdicts: {
      agree: "일치합니다.",
      disagree: "일치하지 않습니다.",
      "eps-too-large": "여기서는 eps가 너무 큽니다.",
      "eps-too-small": "여기서는 eps가 너무 작습니다.",
      undefined: "비교할 것이 없습니다.",
    },
    reasons: {
      agree:
        "방법은 둘, 기울기는 하나입니다. 하나는 연쇄 법칙을 거꾸로 따라가고, 하나는 양옆으로 조금씩 움직여 봅니다.",
      disagree: "어떤 eps에서도 둘이 다르므로 기울기가 틀렸습니다.",
      "eps-too-large": "기울기는 맞습니다. 이렇게 넓은 간격은 곡선을 따라가지 못합니다(절단 오차). eps를 줄여 보세요.",
      "eps-too-small": "기울기는 맞습니다. 이렇게 작은 차는 유효숫자를 잃습니다(자릿수 상실). eps를 늘려 보세요.",
      undefined: "이 x에서는 y나 그 미분이 정의되지 않거나, 수가 64비트 실수의 범위를 벗어났습니다.",
    },
    sweepName: "eps를 10⁻¹에서 10⁻¹²까지 바꿀 때 수치 미분의 상대 오차. 두 축 모두 로그 눈금",
    truncation: "절단 오차",
    cancellation: "자릿수 상실",
    best: "최적",
    cost: ({ forward = 0, backward = 0 }) =>
      `비용: 수치 미분은 순전파를 ${forward}번 했습니다. 역전파는 변수가 몇 개든 순전파 1번과 역전파 ${backward}번이면 됩니다.`,
  },

  details: {
    close: "닫기",
    data: "데이터",
    grad: "기울기",
    creator: "만든 함수(creator)",
    creatorNone: "None: 그래프가 시작되는 곳입니다",
    dtype: "자료형",
    shape: "형상",
    scalar: "스칼라",
    formula: "식",
    local: "국소 미분",
    input: "입력",
    output: "출력",
    generation: "세대",
    generationOf: (generation) =>
      `${generation}: ${generation === 0 ? "순전파에서 가장 먼저, 역전파에서 가장 나중에 실행됩니다" : `입력에서 여기까지 함수가 가장 많게는 ${generation}개 있습니다`}`,
    summarised: ({ size = 0, min = "", max = "", mean = "" }) =>
      `원소 ${size}개, 최솟값 ${min}, 최댓값 ${max}, 평균 ${mean}. 처음과 마지막 값만 표시합니다.`,
  },

  errors: {
    "x-empty": () => "x에 수를 입력해 주세요. 예: 0.5",
    "x-syntax": ({ text = "" }) => `‘${text}’은(는) 수가 아닙니다. 예: 0.5, pi/4, [0, 1]`,
    "x-comma": ({ text = "" }) => `‘${text}’: 소수점은 0.5처럼 쓰고, 리스트는 [0, 5]처럼 대괄호로 묶어 주세요.`,
    "x-name": ({ name = "" }) => `‘${name}’은(는) 쓸 수 없는 이름입니다. pi, e, inf, nan, sqrt를 쓸 수 있습니다.`,
    "x-ragged": () => "행마다 길이가 다릅니다. 모든 행에 같은 개수의 수를 써 주세요.",
    "x-too-large": ({ limit = "" }) => `원소가 ${limit}개를 넘습니다. 더 작은 리스트를 써 주세요.`,
    "x-too-deep": () => "리스트가 너무 깊이 겹쳐 있습니다. 몇 겹까지만 써 주세요.",
    "x-text-too-long": ({ limit = "" }) => `${limit}자를 넘습니다.`,
    "x-not-real": () => "실수가 아닙니다.",
    "chain-empty": () => "체인에 함수가 없습니다. 하나 추가하면 결과가 보입니다.",
    "chain-unknown-function": ({ name = "", suggestions = [] }) =>
      `‘${name}’ 함수는 없습니다.${suggestions.length > 0 ? ` ${suggestions.join(", ")} 중에 찾으시는 것이 있나요?` : ""}`,
    "chain-constant-bad": ({ name = "", text = "" }) =>
      `‘${text}’: ${name}의 상수로 쓸 수 없습니다. 3이나 pi/2 같은 수를 써 주세요.`,
    "chain-constant-missing": ({ name = "" }) => `${name} 함수에는 상수가 필요합니다. 예: ${name}:3`,
    "chain-constant-unwanted": ({ name = "" }) => `${name} 함수는 상수를 받지 않습니다.`,
    "chain-text-too-long": ({ limit = "" }) => `주소에 있는 체인이 ${limit}자를 넘습니다.`,
    "request-bad": () => "페이지와 파이썬이 서로 맞지 않습니다. 페이지를 새로고침해 주세요.",
    internal: ({ type = "", message = "" }) =>
      `파이썬 내부에 문제가 생겼습니다(${type}: ${message}). 알려 주시면 고치겠습니다.`,
    "chain-too-long": ({ limit = "" }) => `여기서는 함수를 ${limit}개까지 연결할 수 있습니다.`,
    "range-bad": () => "슬라이더의 가장 작은 값은 가장 큰 값보다 작은 수여야 합니다.",
    "eps-bad": () => "eps는 0과 1 사이의 수여야 합니다. 예: 0.0001",
    "address-choice": ({ key = "", text = "", choices = "" }) =>
      `주소의 ${key}=${text}: 쓸 수 없는 값입니다. 쓸 수 있는 값: ${choices}`,
    "address-step": ({ text = "" }) => `주소의 step=${text}: 쓸 수 없는 값입니다. 단계는 정수여야 합니다.`,
    "expression-empty": () => "식을 써 주세요. 예: (x**2 + 1) * sin(x)",
    "expression-syntax": ({ text = "" }) => `‘${text}’: 아직 끝나지 않았거나 식이 아닙니다.`,
    "expression-name": ({ name = "", suggestions = [] }) =>
      `‘${name}’: 없는 이름입니다.${suggestions.length > 0 ? ` ${suggestions.join(", ")} 중에 있나요?` : " x 또는 x0, x1, x2를 쓸 수 있습니다."}`,
    "expression-unsupported": ({ what = "" }) =>
      `‘${what}’: 여기서 쓸 수 없습니다. + − * / ** 연산과 고를 수 있는 함수를 써 주세요.`,
    "expression-call": ({ name = "", suggestions = [] }) =>
      `‘${name}’ 함수는 없습니다.${suggestions.length > 0 ? ` ${suggestions.join(", ")} 중에 찾으시는 것이 있나요?` : ""}`,
    "expression-too-long": ({ limit = "" }) => `${limit}자를 넘습니다.`,
    "expression-too-deep": ({ limit = "" }) => `괄호가 ${limit}겹을 넘습니다.`,
    "expression-inputs": ({ limit = "" }) => `입력은 ${limit}개까지 쓸 수 있습니다: x0, x1, x2`,
    "expression-no-input": () => "식에 입력이 없습니다. x 또는 x0, x1, x2를 써 주세요.",
    "expression-not-real": () => "식이 실수의 범위를 벗어납니다.",
    "expression-arguments": ({ name = "" }) => `${name} 함수에 준 값의 개수가 맞지 않습니다.`,
    "x-shapes": () => "입력들의 형상이 서로 맞지 않습니다.",
    "second-several-inputs": () => "이계 미분은 입력이 하나일 때 보여 줍니다.",
    "second-too-large": () => "그래프가 너무 커서 이계 미분을 그릴 수 없습니다.",
    "out-of-memory": () => "브라우저가 쓸 수 있는 메모리보다 많이 필요합니다. 원소 수를 줄여 주세요.",
    other: ({ kind = "" }) => `계산하지 못했습니다(${kind}).`,
  },

  second: {
    name: "d²y/dx²",
    title: "기울기의 기울기",
    text: "backward(create_graph=True)를 쓰면 dy/dx도 계산 그래프가 됩니다. 그 그래프를 거꾸로 따라가면 이계 미분을 얻습니다.",
    first: "일계 미분",
    second: "이계 미분",
  },

  explain: {
    expression: "파이썬처럼 쓴 y의 식입니다. 변수를 두 번 쓰면 그래프가 갈라지므로 더는 체인이 아닙니다.",
    second: "기울기의 그래프와 이계 미분을 보여 줍니다.",
    explain: "무엇이든 가리키거나 누르거나 Tab으로 옮겨 가면 여기에 설명이 나옵니다. Esc를 누르면 끝납니다.",
    status:
      "파이썬이 준비되었는지 알려 줍니다. 파이썬은 이 기기의 브라우저 안에서 실행되고, 준비될 때까지는 미리 계산한 예제가 보입니다.",
    language: "화면에 쓰는 언어입니다.",
    theme: "밝은 테마와 어두운 테마를 바꿉니다.",
    x: "첫 함수의 입력 x입니다. 수, pi/4 같은 식, 수의 리스트를 쓸 수 있습니다.",
    slider: "x를 움직입니다. 움직이는 동안 모든 값을 다시 계산합니다.",
    range: "슬라이더와 곡선 범위의 한쪽 끝입니다. 다른 수로 바꿀 수 있습니다.",
    chain: "실행되는 순서대로 놓인 함수들입니다. 각 함수는 앞 함수가 만든 값을 받습니다.",
    chip: "체인에 있는 함수 하나입니다. 누르면 바꾸거나 옮기거나 지울 수 있고, 끌어서 자리를 옮길 수도 있습니다.",
    constant: "이 함수의 상수입니다. 다른 수로 바꿀 수 있습니다.",
    add: "맨 뒤에 함수를 추가합니다.",
    examples: "볼거리가 있는 예제와 최근에 쓴 체인입니다.",
    undo: "마지막 변경을 되돌리거나 다시 합니다.",
    reset: "책의 예제로 돌아갑니다.",
    share: "주소를 복사합니다. 보이는 모든 것이 주소에 들어 있습니다.",
    picture: "그래프를 그림으로 저장하거나 화면을 인쇄합니다.",
    embedding: "지금 보이는 것을 내 페이지에 넣을 코드로 만듭니다.",
    present: "프로젝터에 맞게 전체 화면과 큰 글씨로 보여 줍니다. 화살표 키나 리모컨으로 단계를 넘깁니다.",
    y: "출력의 값, 곧 순전파의 결과입니다.",
    dydx: "x에 대한 y의 미분, 곧 x가 변할 때 y가 얼마나 빨리 변하는지입니다. 역전파의 결과입니다.",
    graph: "계산 그래프입니다. 원은 변수, 상자는 함수입니다.",
    zoom: "그래프를 키우거나 줄이고, 전체를 한 화면에 맞춥니다. 큰 그래프는 끌어서 움직입니다.",
    variable: "변수입니다. 데이터와 자신을 만든 함수, 그리고 계산된 뒤에는 기울기를 담는 상자입니다.",
    function: "함수입니다. 변수 하나에서 다른 변수를 만들고, 역전파에 쓰려고 입력을 기억합니다.",
    value: "선 위쪽이나 왼쪽의 파란 수: 순전파로 얻은 이 변수의 데이터입니다.",
    gradient: "선 아래쪽이나 오른쪽의 주홍색 수: 역전파로 얻은, 이 변수에 대한 y의 기울기 ∂y/∂…입니다.",
    local: "국소 미분: 바로 이 점에서 입력이 변할 때 이 함수의 출력이 얼마나 빨리 변하는지 나타냅니다.",
    forward: "파란 화살표: 순전파가 x에서 y로 데이터를 나릅니다.",
    backward: "주홍색 화살표: 역전파가 y에서 x로 기울기를 나릅니다.",
    links: "역전파의 바탕이 되는 연결 리스트입니다. 함수는 input과 output을, 변수는 creator를 압니다.",
    steps: "계산을 한 단계씩 실행합니다. 순전파, 출발점 dy/dy = 1, 역전파의 차례입니다.",
    scrub: "지금 몇 번째 단계인지 보여 줍니다. 끌거나 화살표 키를 쓰세요.",
    speed: "단계를 재생하는 속도입니다.",
    notes: "이 단계가 하는 일과, 수를 넣은 식입니다.",
    code: "바로 이 계산을 하는 파이썬 코드입니다. 지금 단계에서 실행하는 줄이 표시됩니다.",
    codeStyle:
      "손으로: 기울기를 하나씩 구합니다. 자동으로: backward()가 다 합니다. backward(): 라이브러리에 있는 반복문입니다.",
    curve: "x에 따른 y의 곡선입니다. 점선은 x에서의 접선이고 그 기울기가 바로 미분값입니다. 점을 끌어 x를 움직이세요.",
    curveOf: "어느 변수의 곡선을 그릴지 고릅니다.",
    slope: "도함수의 곡선도 그립니다.",
    check: "같은 기울기를 다른 방법, 곧 x의 양옆으로 조금씩 움직여 보는 수치 미분으로 구합니다.",
    eps: "ε(eps), 수치 미분에서 x를 양옆으로 움직이는 작은 간격입니다.",
    sweep:
      "ε에 따른 수치 미분의 오차입니다. ε이 너무 크면 곡선을 따라가지 못하고(절단 오차), 너무 작으면 유효숫자를 잃습니다(자릿수 상실).",
    table: "그래프와 같은 수를 함수마다 한 줄로 보여 줍니다.",
    close: "이 창을 닫습니다.",
    creator: "이 변수를 만든 함수입니다. 역전파는 이 함수를 거쳐 뒤로 갑니다.",
    generation:
      "입력에서 여기까지 가장 많게는 몇 개의 함수를 거치는지 나타냅니다. 역전파는 세대가 큰 함수부터 처리하므로, 기울기는 모두 더해진 뒤에야 쓰입니다.",
    shape: "배열의 형상과 원소의 자료형입니다. 기울기의 형상은 데이터의 형상과 같습니다.",
    formula: "이 함수가 계산하는 식입니다.",
    grid: "모든 원소입니다. 부호와 관계없이 수가 클수록 진하게 칠합니다.",
    search: "이름의 일부를 입력하세요. Enter를 누르면 첫 번째 함수를 고릅니다.",
    card: "함수 하나: 곡선, 식, 정의되는 x의 범위입니다. 누르면 체인에 들어갑니다.",
    move: "이 함수를 체인 안에서 옮기거나 뺍니다.",
    licences: "이 페이지에 쓰인 소프트웨어의 라이선스입니다.",
    whole: "약 13 MB 파일 하나입니다. 디스크나 USB 메모리에서 바로 열립니다. 서버도 네트워크도 필요 없습니다.",
    here: "모든 계산은 이 기기에서 합니다. 어디로도 보내지 않습니다.",
    digits: "보여 줄 유효숫자의 개수입니다. 복사하면 언제나 모든 자릿수가 복사됩니다.",
    copy: "모든 자릿수를 복사합니다.",
  },

  keeping: {
    fromNowOn: "이제 오프라인에서도 쓸 수 있습니다.",
    kept: "오프라인에서도 쓸 수 있습니다.",
    offline: "인터넷에 연결되어 있지 않습니다.",
    offlineKept: "인터넷에 연결되어 있지 않지만 모두 그대로 쓸 수 있습니다.",
    renewed: "새 버전이 나왔습니다.",
    reload: "새로 고침",
  },

  footer: {
    local: "서버도, 쿠키도, 추적기도 없습니다. 입력한 수는 이 기기를 떠나지 않습니다.",
    whole: "가지고 다니기: 페이지 전체를 파일 하나로",
    licences: "사용한 소프트웨어의 라이선스",
  },
};
