import { Level } from './levels'
import { type Code, floatLiteral, operand } from './python-code'

/** Writes a call with these arguments; its shape is theirs. */
export type Call = (args: readonly Code[]) => Pick<Code, 'text' | 'level'>

/** How the functions of the language are written with one library. */
export interface Library {
  /** Names of the function table that it has or that can be put together from what it has. */
  readonly functions: ReadonlyMap<string, Call>
  /** The number 1 or 0 that a condition stands for. */
  readonly asNumber: Call
  /** An `if` whose condition is one a coordinate. */
  readonly where: Call
}

const list = (args: readonly Code[]) => args.map(({ text }) => text).join(', ')
const atom = (text: string) => ({ text, level: Level.atom })
const product = (text: string) => ({ text, level: Level.product })

const call =
  (name: string): Call =>
  (args) =>
    atom(`${name}(${list(args)})`)

/** `1 / name(u)` */
const reciprocal =
  (name: string): Call =>
  (args) =>
    product(`1 / ${name}(${list(args)})`)

/** `name(name(a, b), c)`: for functions of two arguments that may be given more. */
const chain =
  (name: string): Call =>
  ([first, ...rest]) =>
    atom(rest.reduce((text, arg) => `${name}(${text}, ${arg.text})`, first!.text))

const entries = (prefix: string, names: string): [string, Call][] =>
  names.split(' ').map((entry) => {
    const [name, python = name] = entry.split(':') as [string, string?]
    return [name, call(`${prefix}.${python}`)]
  })

const minus = (code: Code) => `-${operand(code, Level.power)}`

/** Python's own, for numbers that are known before anybody walks. */
export const pythonLibrary: Library = {
  functions: new Map<string, Call>([
    ...entries('math', 'sin cos tan asin acos atan atan2 exp log log2 log10 sqrt sinh cosh tanh asinh acosh atanh'),
    ...entries('math', 'erf hypot floor ceil'),
    ['sec', reciprocal('math.cos')],
    ['csc', reciprocal('math.sin')],
    ['cot', reciprocal('math.tan')],
    ['min', call('min')],
    ['max', call('max')],
    ['round', call('round')],
    ['clamp', ([u, low, high]) => atom(`min(max(${u!.text}, ${low!.text}), ${high!.text})`)],
    ['relu', ([u]) => atom(`max(${u!.text}, 0.0)`)],
    ['sigmoid', ([u]) => product(`1 / (1 + math.exp(${minus(u!)}))`)],
    ['softplus', ([u]) => atom(`math.log1p(math.exp(${u!.text}))`)],
    ['step', ([u]) => atom(`float(${operand(u!, Level.sum)} >= 0)`)],
  ]),
  asNumber: call('float'),
  where: call('np.where'),
}

/** NumPy, for float64 scalars and arrays alike. `sinc1` and `sinc2` are helpers, see `numpyHelpers`. */
export const numpyLibrary: Library = {
  functions: new Map<string, Call>([
    ...entries('np', 'sin cos tan asin:arcsin acos:arccos atan:arctan atan2:arctan2'),
    ...entries('np', 'exp log log2 log10 sqrt cbrt sinh cosh tanh asinh:arcsinh acosh:arccosh atanh:arctanh'),
    ...entries('np', 'floor ceil round:rint sign clamp:clip'),
    ['min', chain('np.minimum')],
    ['max', chain('np.maximum')],
    ['hypot', chain('np.hypot')],
    ['sec', reciprocal('np.cos')],
    ['csc', reciprocal('np.sin')],
    ['cot', reciprocal('np.tan')],
    ['asin1', asinSlope],
    ['relu', ([u]) => atom(`np.maximum(${u!.text}, 0)`)],
    ['sigmoid', ([u]) => product(`1 / (1 + np.exp(${minus(u!)}))`)],
    ['softplus', ([u]) => atom(`np.logaddexp(0, ${u!.text})`)],
    ['step', ([u]) => atom(`np.where(${operand(u!, Level.sum)} >= 0, 1.0, 0.0)`)],
    ['erf', ([u]) => atom(u!.shape === 'array' ? `np.vectorize(math.erf)(${u!.text})` : `math.erf(${u!.text})`)],
    ['sinc', ([u]) => atom(`np.sinc(${operand(u!, Level.product)} / np.pi)`)],
    ['sinc1', call('sinc1')],
    ['sinc2', call('sinc2')],
  ]),
  asNumber: (args) => atom(`np.where(${list(args)}, 1.0, 0.0)`),
  where: call('np.where'),
}

/** 1 / sqrt(1 - u^2), without cancellation near 1. */
function asinSlope([u]: readonly Code[]): Pick<Code, 'text' | 'level'> {
  return product(`1 / np.sqrt((1 - ${operand(u!, Level.product)}) * (1 + ${operand(u!, Level.product)}))`)
}

/** Functions that scripts define for themselves where `numpyLibrary` or `torchLibrary` calls them. */
export const pythonHelpers: ReadonlyMap<string, string> = new Map([
  [
    'sinc1',
    `def sinc1(u):
    """The slope of sin(u) / u: near 0 its series, as the closed form cancels there."""
    if abs(u) < 0.1:
        return -u / 3 + u**3 / 30 - u**5 / 840 + u**7 / 45360
    return (np.cos(u) - np.sin(u) / u) / u`,
  ],
  [
    'sinc2',
    `def sinc2(u):
    """The curvature of sin(u) / u."""
    if abs(u) < 0.1:
        return -1 / 3 + u**2 / 10 - u**4 / 168 + u**6 / 6480
    return -(np.sin(u) + 2 * (np.cos(u) - np.sin(u) / u) / u) / u`,
  ],
  [
    'cbrt',
    `def cbrt(u):
    return torch.sign(u) * torch.abs(u) ** (1 / 3)`,
  ],
])

/** PyTorch, for tensors without dimensions, so that autograd sees everything. */
export const torchLibrary: Library = {
  functions: new Map<string, Call>([
    ...entries('torch', 'sin cos tan asin acos atan exp log log2 log10 sqrt sinh cosh tanh asinh acosh atanh'),
    ...entries('torch', 'erf floor ceil round sign relu sigmoid'),
    ['min', tensors('torch.minimum')],
    ['max', tensors('torch.maximum')],
    ['hypot', tensors('torch.hypot')],
    ['atan2', tensors('torch.atan2')],
    ['sec', reciprocal('torch.cos')],
    ['csc', reciprocal('torch.sin')],
    ['cot', reciprocal('torch.tan')],
    ['cbrt', call('cbrt')],
    ['softplus', ([u]) => atom(`torch.logaddexp(${u!.text}, torch.tensor(0.0))`)],
    ['step', ([u]) => atom(`(${operand(u!, Level.sum)} >= 0).double()`)],
    ['sinc', ([u]) => atom(`torch.sinc(${operand(u!, Level.product)} / math.pi)`)],
    ['clamp', clampTensor],
  ]),
  asNumber: ([u]) => atom(`(${u!.text}).double()`),
  where: call('torch.where'),
}

/** As `chain`; the functions want tensors, where others are content with a number on one side. */
function tensors(name: string): Call {
  const chained = chain(name)
  return (args) => chained(args.map((arg) => ({ ...arg, text: tensor(arg) })))
}

function clampTensor([u, ...bounds]: readonly Code[]): Pick<Code, 'text' | 'level'> {
  const areNumbers = bounds.every(({ shape }) => shape === 'number')
  return atom(
    `torch.clamp(${[tensor(u!), ...bounds.map((bound) => (areNumbers ? bound.text : tensor(bound)))].join(', ')})`,
  )
}

function tensor({ text, shape, value }: Code): string {
  if (shape !== 'number') return text
  return `torch.tensor(${/^-?\d+$/.test(text) ? floatLiteral(value!) : `float(${text})`})`
}
