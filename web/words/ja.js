/** Every sentence a Japanese reader meets: the same keys as in English. */

/** @type {import("./en.js").Words} */
export const ja = {
  language: "日本語",
  title: "pyautodiff：目で見る逆伝播",
  description:
    "xを入力して関数を選ぶと、順伝播の値と勾配がすぐに見えます。サーバーは使わず、ブラウザーの中で本物のPythonとNumPyが計算します。",
  tagline: "目で見る逆伝播。ブラウザーで動く本物のPython。",
  skip: "グラフへ移動",
  source: "ソースコード",
  chooseLanguage: "言語",
  theme: "テーマ",
  themeNames: { light: "ライト", dark: "ダーク" },
  toTheme: { light: "ライトテーマに切り替える", dark: "ダークテーマに切り替える" },

  engine: {
    idle: "まもなくPythonが起動します",
    starting: (percent) => `Pythonを起動しています… ${percent} %`,
    loading: ({ loaded = "", total = "" }) => `Pythonを起動しています… ${loaded}/${total} MB`,
    ready: (python) => `Python ${python} 準備完了`,
    readySlower: (python) => `Python ${python} 準備完了（通常より遅い起動）`,
    readyDetail: (python, numpy) =>
      `ここにある数は、すべてお使いの端末で計算したものです（Python ${python}、NumPy ${numpy}）。`,
    slowerDetail:
      "このブラウザーではより速い起動方法が使えなかったため、遅い方法で起動しました。機能はすべてそのまま使えます。",
    failed: "Pythonを起動できませんでした。",
    retry: "もう一度試す",
    causes: {
      download: ({ url = "", status = "" }) =>
        `ファイルを読み込めませんでした${url ? `（${url}${status ? `、ステータス${status}` : ""}）` : ""}。ネットワーク接続を確認して、もう一度お試しください。`,
      timeout: ({ seconds = "" }) =>
        `${seconds}秒たっても終わりませんでした。接続が遅いときは、もう一度試すとうまくいくことがあります。`,
      unsupported: ({ feature = "" }) =>
        `このブラウザーには、Pythonに必要な${feature}がありません。最新のブラウザーをお使いください。`,
      python: ({ message = "" }) => `Pythonが起動の途中で停止しました${message ? `：${message}` : "。"}`,
      crashed: ({ message = "" }) =>
        `Pythonが停止しました。入力した内容は残っています。${message ? `（${message}）` : ""}`,
      other: ({ message = "" }) => `予期しない問題が起きました${message ? `：${message}` : "。"}`,
    },
    parts: {
      interpreter: "Pythonのインタープリター本体のファイルです。",
      library: "Pythonの標準ライブラリーのファイルです。",
      numpy: "配列を計算するNumPyのファイルです。",
      pyautodiff: "勾配を計算するpyautodiffのファイルです。",
      pyscript: "このページでPythonを動かすPyScriptのファイルです。",
    },
    waiting: "変更した内容はそのまま残り、Pythonの準備ができしだい計算されます。",
    scriptOff: "これは計算済みの例です。JavaScriptを有効にすると、xと関数を変えられます。",
  },

  x: {
    label: "x",
    name: "xの値",
    hint: "数、pi/4、1e-3、またはリスト：[0, 0.5, 1]",
    slider: "xを動かす",
    sliderOf: (name) => `${name}を動かす`,
    lowest: "スライダーの左端のx",
    highest: "スライダーの右端のx",
  },

  chain: {
    name: "関数のチェーン",
    add: "関数を追加",
    empty: "まだ関数がありません。1つ追加してください。",
    place: ({ place = 0, of = 0 }) => `、${of}個中${place}番目の関数`,
    chipKeys: "矢印キーで隣の関数へ移動し、Altと矢印キーで並べ替え、Enterで別の関数に取り替え、Deleteで削除します。",
    remove: (name) => `${name}を削除`,
    swap: "取り替える",
    earlier: "前へ移す",
    later: "後ろへ移す",
    constant: (name) => `${name}の定数`,
    full: (limit) => `ここでは、関数を${limit}個までつなげられます。`,
    undo: "元に戻す",
    redo: "やり直す",
    reset: "本の例に戻す",
    moved: ({ name = "", place = 0 }) => `${name}：${place}番目の関数になりました。`,
    added: ({ name = "", place = 0 }) => `${name}：${place}番目の関数として追加しました。`,
    removed: ({ name = "" }) => `${name}：削除しました。`,
    examples: "例",
    recent: "最近使ったチェーン",
    share: "アドレスをコピー",
    linkCopied: "この画面のリンクをコピーしました。",
    picture: "画像",
    pictures: { svg: "SVGで保存", png: "PNGで保存", print: "印刷" },
    present: "発表モード",
    explain: "これは何ですか？",
  },

  expression: {
    name: "yの式",
    toExpression: "式で書く",
    toChain: "チェーンに戻る",
    noChain: "この式はチェーンでは表せないので、前のチェーンに戻しました。",
    hint: "xまたはx0、x1、x2に、+ − * / ** と、一覧にあるすべての関数を使えます",
    input: (name) => `${name}の値`,
  },

  embed: {
    missing: "ページをこのフレームに読み込めませんでした。再読み込みするか、単独で開いてください。",
    sandboxed:
      "このフレームは sandbox で隔離されていて、サーバーは隔離されたフレームにスクリプトを渡しません。フレームの sandbox 属性に allow-same-origin を加えてください。",
    open: "pyautodiffで開く",
    newTab: "（新しいタブで開きます）",
  },

  embedding: {
    name: "埋め込み",
  },

  presets: {
    book: "本の例",
    neuron: "シグモイドニューロン",
    vanishing: "シグモイド10個：勾配消失",
    overflow: "オーバーフロー",
    logNegative: "負の数の対数",
    twice: "2回使われる変数",
    inputs: "2つの入力",
    array: "3つの数を一度に",
  },

  palette: {
    title: "関数を選ぶ",
    search: "関数を検索",
    none: (text) => `「${text}」に当てはまる関数はありません。`,
    close: "閉じる",
    curve: (name) => `${name}の曲線`,
    domains: {
      real: "すべてのx",
      positive: "x > 0",
      "non-negative": "x ≥ 0",
      "non-zero": "x ≠ 0",
      poles: "値が有限になるすべてのx",
      constant: "定数による",
    },
  },

  functions: {
    square: "2乗",
    cube: "3乗",
    exp: "指数関数",
    log: "自然対数",
    sqrt: "平方根",
    reciprocal: "逆数",
    neg: "符号の反転",
    abs: "絶対値",
    sin: "正弦（サイン）",
    cos: "余弦（コサイン）",
    tan: "正接（タンジェント）",
    tanh: "双曲線正接",
    sigmoid: "シグモイド",
    relu: "正規化線形関数",
    softplus: "ソフトプラス",
    pow: "累乗",
    scale: "定数倍",
    shift: "定数を足す",
  },

  result: {
    title: "結果",
    value: "yの値",
    gradient: "xに関するyの勾配",
    elementwise: "出力が配列なので、逆伝播は1で埋めた配列から始まります。どの勾配も、yの総和の勾配です。",
    copy: "コピー",
    gradientIn: (name) => `${name} に関する y の勾配`,
    spoken: ({ y = "", dydx = "" }) => `yは${y}、dy/dxは${dydx}です。`,
    copied: "コピーしました。",
    notCopied: "ブラウザーがコピーを許可しませんでした。",
    all: "すべての値を表示",
  },

  caption: {
    chainRule:
      "順伝播（青）は入力からyへ、逆伝播（朱色）はyから入力へ進みます。それぞれの勾配は、y側の隣の変数の勾配に、間にある関数の局所的な微分を掛けたものです。再生を押すと、1ステップずつ見られます。",
    stale: "表示しているのは直前の結果です。いま入力した内容の結果ではありません。",
  },

  steps: {
    name: "計算のステップ",
    first: "何も実行していない状態",
    back: "1ステップ戻る",
    forward: "1ステップ進む",
    last: "すべて実行した状態",
    play: "ステップを再生",
    pause: "一時停止",
    scrub: "ステップ",
    speed: "速さ",
    count: ({ step = 0, last = 0 }) => `${last}ステップ中${step}番目`,
    of: ({ step = 0, last = 0 }) => `${step}/${last}`,
    passes: { none: "開始", forward: "順伝播", seed: "出発点", backward: "逆伝播" },
    all: "すべて実行しました。ステップをたどると、それぞれの数がどのように決まるかがわかります。",
    none: ({ names = "" }) => `まだ何も実行していません。データがあるのは${names}だけで、勾配はすべてNoneです。`,
    forward1: ({ name = "", input = "", output = "" }) =>
      `${name}は${input}を受け取って${output}を作り、逆伝播のために${input}を覚えておきます。`,
    seed: ({ output = "" }) => `逆伝播の出発点は${output}です。自分自身に関する勾配は1です。`,
    seedArray: ({ output = "" }) => `逆伝播の出発点は${output}です。要素ごとに1を入れた配列から始めます。`,
    backward1: ({ name = "", input = "", output = "" }) =>
      `${name}は${output}の勾配を受け取り、${input}へ伝えます。伝える値は、入る勾配 × 局所的な微分です。`,
    addsUp: ({ input = "" }) => `${input}：2回以上使われているので、勾配を足し合わせます。`,
    final: ({ input = "" }) => `これが${input}に関するyの微分です。逆伝播はここで終わりです。`,
  },

  links: {
    name: "つながり",
    explain: "連結リストを表示：creator、input、output",
    workList: "backward()がこれから処理する関数のリスト：",
    idle: "逆伝播が始まると、ここに関数が入ります。",
    done: "逆伝播が終わったので、リストは空です。",
    filled: (letters) => `出力を作った関数は${letters}です。最初に処理します。`,
    popped: (letter) => `${letter}をリストから取り出し、その入力を作った関数（creator）があればリストに入れました。`,
    ordered: (letter, generation) =>
      `${letter}をリストから取り出しました。リストの中で世代が${generation}と最も大きいからです。こうすれば、出力の勾配がすべてそろう前に実行される関数はありません。`,
  },

  flags: {
    domain: (where) =>
      `${where}：定義域の外なので、結果はNaN（非数）か無限大です。その先のすべての値に広がることがあります。`,
    overflow: (where) => `${where}：64ビットの浮動小数点数で表すには大きすぎて、∞になりました。`,
    underflow: (where) => `${where}：64ビットの浮動小数点数で表すには小さすぎて、0になるか、桁が失われました。`,
    kink: (where) =>
      `${where}：ちょうどこの点で折れ曲がっているか、接線が垂直なので、微分できません。折れ曲がる点では、慣例として0を使います。`,
    vanishing: "1より小さい局所的な微分がいくつも掛け合わされ、xに届くころには勾配がほとんど消えています。",
  },

  graphName: (count) => `関数${count}個の計算グラフ。矢印キーで移動し、Enterですべての桁を表示します。`,
  zoom: {
    name: "グラフの大きさ",
    in: "大きく",
    out: "小さく",
    fit: "グラフ全体を表示",
  },
  notYet: "未計算",
  none: "None",
  variableLabel: (v) =>
    `変数 ${v.name}：データ ${v.data ?? "未計算"}、勾配 ${v.gradientName} ${v.grad ?? "None（未計算）"}`,
  functionLabel: (f) =>
    `関数 ${f.letter}、${f.name}：${f.formula}、局所的な微分 ${f.derivative}${f.local ? ` = ${f.local}` : ""}`,

  table: {
    title: "同じ数を関数ごとに",
    function: "関数",
    input: "入力",
    output: "出力",
    local: "局所的な微分",
    upstream: "入る勾配",
    downstream: "出る勾配",
    forward: "順伝播",
    backward: "逆伝播",
    digits: "有効数字",
    hint: "出る勾配 = 入る勾配 × 局所的な微分",
  },

  code: {
    title: "コード",
    styles: "書き方",
    names: { "by-hand": "手作業", automatic: "自動", library: "backward()" },
    runs: "pyautodiffがある環境でこのPythonコードを実行すると、同じ数が表示されます。",
    from: (file) => `ここで実際に動いているコードです：${file}`,
  },

  curve: {
    title: "曲線",
    of: "曲線を描く変数",
    name: (name) => `xに対する${name}の曲線と、このxでの接線`,
    slope: ({ name = "", input = "x", x = "", slope = "" }) =>
      `${input} = ${x}における${name}の接線の傾きは${slope}です。点をドラッグすると、${input}が動きます。`,
    handle: "曲線に沿ってxを動かす",
    elements: "点の1つ1つが配列の要素です。",
    noPoint: "このxには、曲線上に示せる点がありません。",
  },

  check: {
    title: "勾配確認",
    eps: "数値微分のeps",
    backprop: "逆伝播",
    numerical: "数値微分",
    error: "相対誤差",
    worst: "誤差最大",
    others: (count) => `残り${count}個の要素の誤差は、これより大きくありません`,
    verdicts: {
      agree: "一致しています。",
      disagree: "一致していません。",
      "eps-too-large": "ここではepsが大きすぎます。",
      "eps-too-small": "ここではepsが小さすぎます。",
      undefined: "比べられるものがありません。",
    },
    reasons: {
      agree: "方法は2つ、勾配は1つです。一方は連鎖律を逆向きにたどり、もう一方はxを両側に少しずつ動かします。",
      disagree: "どのepsでも2つの値が異なるので、勾配が間違っています。",
      "eps-too-large":
        "勾配は合っています。これほど広い間隔では、曲線の曲がりを追えません（打ち切り誤差）。epsを小さくしてみてください。",
      "eps-too-small":
        "勾配は合っています。これほど小さい差では、有効な桁が失われます（桁落ち）。epsを大きくしてみてください。",
      undefined: "このxではyかその微分が定義されていないか、数が64ビットの浮動小数点数の範囲を超えています。",
    },
    sweepName: "epsを10⁻¹から10⁻¹²まで変えたときの、数値微分の相対誤差。軸はどちらも対数目盛",
    truncation: "打ち切り誤差",
    cancellation: "桁落ち",
    best: "最適",
    cost: ({ forward = 0, backward = 0 }) =>
      `計算の手間：数値微分では、順伝播を${forward}回行いました。逆伝播なら、変数がいくつあっても順伝播1回と逆伝播${backward}回で済みます。`,
  },

  details: {
    close: "閉じる",
    data: "データ",
    grad: "勾配",
    creator: "作った関数（creator）",
    creatorNone: "None：グラフはここから始まります",
    dtype: "データ型",
    shape: "形状",
    scalar: "スカラー",
    formula: "式",
    local: "局所的な微分",
    input: "入力",
    output: "出力",
    generation: "世代",
    generationOf: (generation) =>
      `${generation}：${generation === 0 ? "順伝播では最初、逆伝播では最後に実行されます" : `入力からここまでに、関数が最も多い道で${generation}個あります`}`,
    summarised: ({ size = 0, min = "", max = "", mean = "" }) =>
      `要素${size}個、最小値${min}、最大値${max}、平均${mean}。最初と最後の値だけを表示しています。`,
  },

  errors: {
    "x-empty": () => "xに数を入力してください。例：0.5",
    "x-syntax": ({ text = "" }) => `「${text}」は数ではありません。例：0.5、pi/4、[0, 1]`,
    "x-comma": ({ text = "" }) =>
      `「${text}」：小数点は0.5のように書き、リストは[0, 5]のように角括弧で囲んでください。`,
    "x-name": ({ name = "" }) => `「${name}」という名前は使えません。使えるのは、pi、e、inf、nan、sqrtです。`,
    "x-ragged": () => "リストの行の長さがそろっていません。どの行にも同じ個数の数を書いてください。",
    "x-too-large": ({ limit = "" }) => `要素が${limit}個を超えています。もっと小さいリストにしてください。`,
    "x-too-deep": () => "リストの入れ子が深すぎます。数段までにしてください。",
    "x-text-too-long": ({ limit = "" }) => `${limit}文字を超えています。`,
    "x-not-real": () => "実数ではありません。",
    "chain-empty": () => "チェーンに関数がありません。1つ追加すると、結果が表示されます。",
    "chain-unknown-function": ({ name = "", suggestions = [] }) =>
      `「${name}」という関数はありません。${suggestions.length > 0 ? `近い名前：${suggestions.join("、")}` : ""}`,
    "chain-constant-bad": ({ name = "", text = "" }) =>
      `「${text}」は${name}の定数には使えません。3やpi/2のような数を使ってください。`,
    "chain-constant-missing": ({ name = "" }) => `${name}には定数が必要です。例：${name}:3`,
    "chain-constant-unwanted": ({ name = "" }) => `${name}には定数を付けられません。`,
    "chain-text-too-long": ({ limit = "" }) => `アドレスにあるチェーンが${limit}文字を超えています。`,
    "request-bad": () => "ページとPythonがかみ合っていません。ページを再読み込みしてください。",
    internal: ({ type = "", message = "" }) =>
      `Pythonの内部で不具合が起きました（${type}: ${message}）。お知らせいただければ幸いです。`,
    "chain-too-long": ({ limit = "" }) => `ここでは、関数を${limit}個までつなげられます。`,
    "range-bad": () => "スライダーの左端は、右端より小さい数にしてください。",
    "eps-bad": () => "epsは0と1の間の数にしてください。例：0.0001",
    "address-choice": ({ key = "", text = "", choices = "" }) =>
      `アドレスの${key}=${text}は使えません。使える値：${choices}`,
    "address-step": ({ text = "" }) => `アドレスのstep=${text}は使えません。ステップは整数で指定してください。`,
    "expression-empty": () => "式を入力してください。例：(x**2 + 1) * sin(x)",
    "expression-syntax": ({ text = "" }) => `「${text}」は、途中で終わっているか、式ではありません。`,
    "expression-name": ({ name = "", suggestions = [] }) =>
      `「${name}」という名前はありません。${suggestions.length > 0 ? `近い名前：${suggestions.join("、")}` : "使えるのは、x、またはx0、x1、x2です。"}`,
    "expression-unsupported": ({ what = "" }) =>
      `「${what}」はここでは使えません。+ − * / ** と、一覧にある関数を使ってください。`,
    "expression-call": ({ name = "", suggestions = [] }) =>
      `「${name}」という関数はありません。${suggestions.length > 0 ? `近い名前：${suggestions.join("、")}` : ""}`,
    "expression-too-long": ({ limit = "" }) => `${limit}文字を超えています。`,
    "expression-too-deep": ({ limit = "" }) => `入れ子が${limit}段を超えています。`,
    "expression-inputs": ({ limit = "" }) => `入力は${limit}個まで使えます：x0、x1、x2`,
    "expression-no-input": () => "式に入力がありません。x、または x0、x1、x2 を使ってください。",
    "expression-not-real": () => "式が実数の範囲を外れています。",
    "expression-arguments": ({ name = "" }) => `${name} に渡した値の個数が合いません。`,
    "x-shapes": () => "入力どうしの形状が合いません。",
    "second-several-inputs": () => "2階微分は、入力が1つのときに表示します。",
    "second-too-large": () => "グラフが大きすぎて、2階微分を描けません。",
    "out-of-memory": () => "ブラウザーが使えるメモリーでは足りません。要素を減らしてください。",
    other: ({ kind = "" }) => `計算できませんでした（${kind}）。`,
  },

  second: {
    name: "d²y/dx²",
    title: "勾配の勾配",
    text: "backward(create_graph=True)を使うと、dy/dxも計算グラフになります。そのグラフを逆向きにたどると、2階微分が得られます。",
    first: "1階微分",
    second: "2階微分",
  },

  explain: {
    expression:
      "Pythonと同じように書いたyの式です。変数を2回使うとグラフが枝分かれするので、チェーンではなくなります。",
    second: "勾配のグラフと2階微分を表示します。",
    explain: "知りたいものを指すか、タップするか、Tabキーで移動すると、ここに説明が出ます。Escキーを押すと終わります。",
    status:
      "Pythonの準備ができているかを示します。Pythonはこの端末のブラウザーの中で動き、準備ができるまでは計算済みの例を表示します。",
    language: "画面の言語です。",
    theme: "ライトテーマとダークテーマを切り替えます。",
    x: "最初の関数の入力xです。数、pi/4のような式、数のリストを使えます。",
    slider: "xを動かします。動かしている間、すべての値を計算し直します。",
    range: "スライダーと曲線の範囲の端です。別の数に変えられます。",
    chain: "実行される順に並んだ関数です。どの関数も、1つ前の関数が作った値を受け取ります。",
    chip: "チェーンの中の関数です。押すと、取り替え、移動、削除ができます。ドラッグして並べ替えることもできます。",
    constant: "この関数の定数です。別の数に変えられます。",
    add: "チェーンの最後に関数を追加します。",
    examples: "見どころのある例と、最近使ったチェーンです。",
    undo: "直前の変更を元に戻すか、やり直します。",
    reset: "本の例に戻ります。",
    share: "アドレスをコピーします。見えているものはすべてアドレスに入っています。",
    picture: "グラフを画像として保存するか、ページを印刷します。",
    embedding: "今の表示を自分のページに入れるコードにします。",
    present: "プロジェクターに合わせて、全画面の大きな文字で表示します。矢印キーやリモコンでステップを進めます。",
    y: "出力の値、つまり順伝播の結果です。",
    dydx: "xに関するyの微分です。xが変わるとyがどれだけの速さで変わるかを表す、逆伝播の結果です。",
    graph: "計算グラフです。丸は変数、四角は関数です。",
    zoom: "グラフを大きくしたり小さくしたり、全体を画面に収めたりします。大きなグラフはドラッグで動かせます。",
    variable: "変数です。データと、自分を作った関数と、計算されたあとは勾配も入る箱です。",
    function: "関数です。変数から別の変数を作り、逆伝播のために入力を覚えておきます。",
    value: "線の上または左の青い数：順伝播で得た、この変数のデータです。",
    gradient: "線の下または右の朱色の数：逆伝播で得た、この変数に関するyの勾配∂y/∂…です。",
    local: "局所的な微分：ちょうどこの点で、入力が変わるとこの関数の出力がどれだけの速さで変わるかを表します。",
    forward: "青い矢印：順伝播が、データをxからyへ運びます。",
    backward: "朱色の矢印：逆伝播が、勾配をyからxへ運びます。",
    links: "逆伝播を支える連結リストです。関数はinputとoutputを、変数はcreatorを知っています。",
    steps: "計算を1ステップずつ実行します。順伝播、出発点のdy/dy = 1、逆伝播の順です。",
    scrub: "いま何番目のステップかを示します。ドラッグするか、矢印キーを使ってください。",
    speed: "ステップを再生する速さです。",
    notes: "このステップがすることと、数を当てはめた式です。",
    code: "まさにこの計算をするPythonコードです。いまのステップで実行する行に印が付きます。",
    codeStyle:
      "手作業：勾配を1つずつ求めます。自動：backward()がすべて行います。backward()：ライブラリーの中のループです。",
    curve: "xに対するyの曲線です。破線はxでの接線で、その傾きが勾配です。点をドラッグすると、xが動きます。",
    curveOf: "どの変数の曲線を描くかを選びます。",
    slope: "導関数の曲線も描きます。",
    check: "同じ勾配を別の方法、つまりxを両側に少しずつ動かす数値微分で求めます。",
    eps: "ε（eps）は、数値微分でxを両側に動かす小さな間隔です。",
    sweep:
      "εごとの数値微分の誤差です。εが大きすぎると曲線の曲がりを追えず（打ち切り誤差）、小さすぎると有効な桁が失われます（桁落ち）。",
    table: "グラフと同じ数を、関数ごとに1行で示します。",
    close: "この画面を閉じます。",
    creator: "この変数を作った関数です。逆伝播はこの関数を通ってさかのぼります。",
    generation:
      "入力からここまでに、最も多い道でいくつの関数を通るかを表します。逆伝播は世代の大きい関数から処理するので、勾配はすべて足し合わされてから使われます。",
    shape: "配列の形状と要素の型です。勾配の形状はデータの形状と同じです。",
    formula: "この関数が計算する式です。",
    grid: "すべての要素です。符号にかかわらず、大きい数ほど濃く塗られます。",
    search: "名前の一部を入力してください。Enterで最初の関数を選びます。",
    card: "1つの関数：曲線、式、定義されるxの範囲です。押すとチェーンに入ります。",
    move: "この関数をチェーンの中で動かしたり、取り除いたりします。",
    licences: "このページに使われているソフトウェアのライセンスです。",
    whole: "約13 MBのファイルです。ディスクやUSBメモリからそのまま開けます。サーバーもネットワークも要りません。",
    here: "計算はすべてこの端末で行われます。どこにも送信されません。",
    digits: "表示する有効数字の桁数です。コピーすると、いつもすべての桁がコピーされます。",
    copy: "すべての桁をコピーします。",
  },

  keeping: {
    fromNowOn: "これからはオフラインでも使えます。",
    kept: "オフラインでも使えます。",
    offline: "オフラインです。",
    offlineKept: "オフラインですが、このまますべて使えます。",
    renewed: "新しいバージョンがあります。",
    reload: "再読み込み",
  },

  footer: {
    local: "サーバーもCookieもトラッカーも使いません。入力した数が、この端末の外に出ることはありません。",
    whole: "持ち歩く：ページ全体をひとつのファイルに",
    licences: "使用しているソフトウェアのライセンス",
  },
};
