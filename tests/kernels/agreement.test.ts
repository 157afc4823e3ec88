/** The interpreter and WebAssembly give the same bits: every function, its derivatives, and random formulas. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Graph, gradient, type NodeId, parse } from '../../src/expression'
import { callables, definitionOf } from '../../src/expression/functions'
import { createExecutor } from '../../src/kernels/create-executor'
import { interpreter } from '../../src/kernels/executor'
import type { KernelInputs } from '../../src/kernels/kernel'

const wasm = createExecutor()

test('this machine has WebAssembly with vectors', () => {
  expect(wasm.kind).toBe('wasm')
})

const special = [
  ...[0, 1, 2, 3, 0.5, 0.1, 1 / 3, Math.PI, Math.E, 1e-8, 1e-300, 5e-324, 2.2250738585072014e-308],
  ...[7 / 16, 1.0000000000000002, 20, 22, 700, 709.8, 745.2, 1e3, 2 ** 21 * 1.5, 2 ** 21 * 1.5 + 1, 1e7, 2 ** 52],
  ...[2 ** 53 + 2, 1e22, 1e30, 1e154, 1e300, Number.MAX_VALUE, Number.POSITIVE_INFINITY],
].flatMap((value) => [value, -value])
const specials = Float64Array.from([...special, Number.NaN])

/** Any float64, by its bits. */
function randomBits(count: number, seed: number): Float64Array {
  const words = new Uint32Array(2 * count)
  let state = seed
  for (let i = 0; i < words.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    words[i] = state ^ (state >>> 13)
  }
  return new Float64Array(words.buffer)
}

/** Every pair of two lists. */
function pairs(a: Float64Array, b: Float64Array): [Float64Array, Float64Array] {
  return [
    Float64Array.from({ length: a.length * b.length }, (_, i) => a[i % a.length]!),
    Float64Array.from({ length: a.length * b.length }, (_, i) => b[Math.floor(i / a.length)]!),
  ]
}

function expectAgreement(graph: Graph, nodes: readonly NodeId[], names: readonly string[], inputs: KernelInputs): void {
  const count = Math.max(...inputs.map((input) => (typeof input === 'number' ? 1 : input.length)))
  const results = [interpreter, wasm].map((executor) => {
    const out = nodes.map(() => new Float64Array(count))
    executor.kernel(graph, nodes, names).run(inputs, out, count)
    return out
  })
  nodes.forEach((_, k) => {
    for (let i = 0; i < count; i++) {
      const [a, b] = results.map((out) => out[k]![i]!)
      if (Object.is(a, b)) continue
      const at = inputs.map((input) => (typeof input === 'number' ? input : input[i])).join(', ')
      expect.fail(`output ${k} at (${at}): the interpreter says ${a}, WebAssembly ${b}`)
    }
  })
}

const unary = randomBits(2000, 1)
const moderate = Float64Array.from({ length: 2000 }, (_, i) => 40 * Math.sin(i * i + 1))
const arguments1 = Float64Array.from([...specials, ...unary, ...moderate])
const [first, second] = pairs(specials, specials)
const arguments2 = [
  Float64Array.from([...first, ...randomBits(2000, 2), ...moderate]),
  Float64Array.from([...second, ...randomBits(2000, 3), ...moderate.toReversed()]),
] as const
const names = ['a', 'b', 'c']

describe.each([...new Set([...callables.values(), 'add', 'sub', 'mul', 'div', 'neg', 'asin1', 'sinc1', 'sinc2'])])(
  '%s',
  (name) => {
    const { arity } = definitionOf(name)!
    const graph = new Graph()
    const args = names.slice(0, arity).map((input) => graph.input(input))
    const value = graph.apply(name, ...args)
    const third = Float64Array.from(arguments2[0], (_, i) => arguments2[0][(i * 7) % arguments2[0].length]!)
    const inputs = arity === 1 ? [arguments1] : [...arguments2, third].slice(0, arity)

    test('value and derivatives, one value a lane', () => {
      const slopes = gradient(graph, value, args)
      const curvatures = gradient(graph, slopes[0]!, args)
      expectAgreement(graph, [value, ...slopes, ...curvatures], names.slice(0, arity), inputs)
    })

    test('value with inputs that all lanes share', () => {
      for (const shared of [0, -1, 0.75, 1e30, Number.NaN]) {
        expectAgreement(graph, [value], names.slice(0, arity), [...inputs.slice(1), shared].reverse())
      }
    })
  },
)

const leaf = fc.constantFrom('x', 'y', 'a', '2', '0.5', '-1', 'pi', '1e9')
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    leaf,
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/', '^'), tie('formula'))
      .map(([l, op, r]) => `(${l})${op}(${r})`),
    fc
      .tuple(fc.constantFrom('sin', 'cos', 'tan', 'exp', 'ln', 'sqrt', 'abs', 'tanh', 'atan', 'floor'), tie('formula'))
      .map(([fn, a]) => `${fn}(${a})`),
    fc
      .tuple(
        tie('formula'),
        fc.constantFrom('<', '<=', '==', '>', '!='),
        tie('formula'),
        tie('formula'),
        tie('formula'),
      )
      .map(([l, op, r, a, b]) => `if((${l})${op}(${r}), ${a}, ${b})`),
    fc
      .tuple(fc.constantFrom('max', 'min', 'hypot', 'atan2'), tie('formula'), tie('formula'))
      .map(([fn, a, b]) => `${fn}(${a}, ${b})`),
  ),
}))

test('random formulas, their gradients included', () => {
  const x = Float64Array.from([...specials, ...moderate.subarray(0, 70)])
  const y = x.toReversed()
  fc.assert(
    fc.property(formula, fc.double(), (text, a) => {
      const { graph, output } = parse(text, { inputs: ['x', 'y'], parameters: ['a'] })
      const slopes = gradient(graph, output, [graph.input('x'), graph.input('y')])
      expectAgreement(graph, [output, ...slopes], ['x', 'y', 'a'], [x, y, a])
    }),
    { numRuns: 150 },
  )
})
