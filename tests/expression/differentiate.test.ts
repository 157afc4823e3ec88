import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSurface } from '../../src/surfaces/create'

/** Formulas that are smooth everywhere, so that differences converge. */
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('x', 'y', '0.7', '1.3', 'x*y'),
    fc.tuple(fc.constantFrom('+', '-', '*'), tie('formula'), tie('formula')).map(([op, a, b]) => `(${a}${op}${b})`),
    fc
      .tuple(
        fc.constantFrom('sin', 'cos', 'tanh', 'sigmoid', 'softplus', 'atan', 'erf', 'sinc', 'asinh'),
        tie('formula'),
      )
      .map(([name, a]) => `${name}(${a})`),
    tie('formula').map((a) => `exp(-(${a})^2)`),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `(${a})/(2+sin(${b}))`),
    tie('formula').map((a) => `sqrt(1+(${a})^2)`),
    tie('formula').map((a) => `(${a})^3`),
  ),
}))

const coordinate = fc.double({ min: -1.5, max: 1.5, noNaN: true })

it('derivatives are what differences of values and slopes tend to', () => {
  fc.assert(
    fc.property(formula, coordinate, coordinate, (text, x, y) => {
      fc.pre(text.length < 400)
      const domain = { x: [-2, 2], y: [-2, 2] } as const
      const surface = createSurface({ title: '', formula: text, parameters: {}, domain, heightScale: 'linear' })
      const slopes = (at: readonly [number, number]) => {
        const gradient = new Float64Array(2)
        const value = surface.gradient(Float64Array.from(at), gradient)
        return [value, gradient[0]!, gradient[1]!] as const
      }
      const h = 1e-5
      const [, gx, gy] = slopes([x, y])
      const [east, west] = [slopes([x + h, y]), slopes([x - h, y])]
      const [north, south] = [slopes([x, y + h]), slopes([x, y - h])]
      const curvature = new Float64Array(4)
      surface.hessian(Float64Array.of(x, y), curvature)
      const difference = (a: readonly number[], b: readonly number[], k: number) => (a[k]! - b[k]!) / (2 * h)
      const pairs = [
        [gx, difference(east, west, 0)],
        [gy, difference(north, south, 0)],
        [curvature[0]!, difference(east, west, 1)],
        [curvature[1]!, difference(east, west, 2)],
        [curvature[2]!, difference(north, south, 1)],
        [curvature[3]!, difference(north, south, 2)],
      ] as const
      // The error of a difference goes with the third derivative, and rounding with the size of what is subtracted.
      const size = Math.max(1, ...pairs.flat().map(Math.abs), Math.abs(east[0]))
      fc.pre(size < 1e4)
      for (const [exact, seen] of pairs) expect(Math.abs(exact - seen)).toBeLessThanOrEqual(1e-4 * size ** 2)
    }),
    { numRuns: 300 },
  )
})
