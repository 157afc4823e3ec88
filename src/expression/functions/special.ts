import type { Graph, NodeId } from '../graph'
import { builder, type FunctionTable, unary } from './definition'
import { erf } from './erf'

export const special: FunctionTable = [
  ['erf', unary(erf, erfSlope, '\\operatorname{erf}')],
  ['sinc', unary(sinc, (g, x) => g.apply('sinc1', x), '\\operatorname{sinc}')],
  ['sinc1', unary(sinc1, (g, x) => g.apply('sinc2', x), "\\operatorname{sinc}'", { typed: false })],
  ['sinc2', unary(sinc2, sinc2Slope, "\\operatorname{sinc}''", { typed: false })],
]

function erfSlope(graph: Graph, x: NodeId): NodeId {
  const { k, op } = builder(graph)
  return op('mul', k(2 / Math.sqrt(Math.PI)), op('exp', op('neg', op('pow', x, k(2)))))
}

/** sin(x)/x, 1 at 0. */
function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x) / x
}

/** First derivative of sinc; below 0.5 by its Taylor series, where the closed form cancels. */
function sinc1(x: number): number {
  if (Math.abs(x) >= 0.5) return (Math.cos(x) - Math.sin(x) / x) / x
  // sum over k >= 1 of (-1)^k 2k x^(2k-1) / (2k+1)!
  return series(x, (k) => 2 * k) * x
}

/** Second derivative of sinc. */
function sinc2(x: number): number {
  if (Math.abs(x) >= 0.5) return -Math.sin(x) / x - (2 * sinc1(x)) / x
  return series(x, (k) => 2 * k * (2 * k - 1))
}

/** Sum over k = 1…10 of (-1)^k c(k) x^(2k-2) / (2k+1)!, below 1e-17 of its first term for |x| < 0.5. */
function series(x: number, c: (k: number) => number): number {
  let sum = 0
  let term = 1
  for (let k = 1; k <= 10; k++) {
    term *= -1 / (2 * k * (2 * k + 1))
    sum += c(k) * term
    term *= x * x
  }
  return sum
}

/** sinc''' = -sinc' - 2 sinc''/x + 2 sinc'/x², 0 at 0. */
function sinc2Slope(graph: Graph, x: NodeId): NodeId {
  const { k, op } = builder(graph)
  const first = op('sinc1', x)
  const second = op('div', op('mul', k(2), op('sub', op('sinc2', x), op('div', first, x))), x)
  return op('select', op('eq', x, k(0)), k(0), op('neg', op('add', first, second)))
}
