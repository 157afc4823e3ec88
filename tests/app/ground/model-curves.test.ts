import { describe, expect, test } from 'vitest'
import { modelCurves, type QuadraticGround, withinDomain } from '../../../src/app/ground/model-curves'
import { feltOn } from '../../../src/app/ground/tries'
import { sketchesOfStep } from '../../../src/app/ground/tries-of-step'
import newton from '../../../src/optimizers/methods/newton'
import { simulate } from '../../../src/simulation/simulate'
import { createSurface, specOf } from '../../../src/surfaces/create'
import himmelblau from '../../../src/surfaces/himmelblau'

/** By how much the model at `from` is higher at (x, y). */
function rise(
  from: readonly number[],
  { gradient: [a, b], hessian: [p, q, r] }: QuadraticGround,
  x: number,
  y: number,
) {
  const [dx, dy] = [x - from[0]!, y - from[1]!]
  return a * dx + b * dy + (p * dx * dx + 2 * q * dx * dy + r * dy * dy) / 2
}

const places = (xy: Float64Array) =>
  Array.from({ length: xy.length / 2 }, (_, k) => [xy[2 * k]!, xy[2 * k + 1]!] as const)

const from = [0.3, -1.2]
const grounds: readonly (readonly [string, QuadraticGround, number])[] = [
  ['a bowl', { gradient: [2, -1], hessian: [3, 1, 2] }, 0.5],
  ['a dome', { gradient: [2, -1], hessian: [-3, 1, -2] }, 0.5],
  ['a saddle, from one side', { gradient: [2, -1], hessian: [3, 1, -2] }, 0],
  ['a saddle, from the other', { gradient: [0.1, 4], hessian: [3, 1, -2] }, 0],
]

describe('curves of equal height of a quadratic model', () => {
  test.each(grounds)('%s: the first passes through her place, the second lies where it should', (_, ground, depth) => {
    const curves = modelCurves(from, ground)
    expect(curves).toHaveLength(2)
    const [a, b] = ground.gradient
    const [p, q, r] = ground.hessian
    const determinant = p * r - q * q
    const level = [from[0]! - (r * a - q * b) / determinant, from[1]! - (p * b - q * a) / determinant] as const
    const bottom = rise(from, ground, ...level)
    for (const [k, xy] of curves.entries()) {
      for (const [x, y] of places(xy)) {
        const scale = 1 + Math.abs(p * (x - from[0]!) ** 2) + Math.abs(r * (y - from[1]!) ** 2)
        expect(Math.abs(rise(from, ground, x, y) - (k === 0 ? 0 : depth * bottom))).toBeLessThan(1e-12 * scale)
      }
    }
    const reach = Math.hypot(a, b)
    const nearest = Math.min(...places(curves[0]!).map(([x, y]) => Math.hypot(x - from[0]!, y - from[1]!)))
    expect(nearest).toBeLessThan(reach)
  })

  test('none where the ground is level, bends one way alone, or is not finite', () => {
    expect(modelCurves(from, { gradient: [0, 0], hessian: [1, 0, 1] })).toEqual([])
    expect(modelCurves(from, { gradient: [1, 1], hessian: [1, 0, 0] })).toEqual([])
    expect(modelCurves(from, { gradient: [Number.NaN, 1], hessian: [1, 0, 1] })).toEqual([])
  })

  test('are cut at the borders of the domain', () => {
    const square = { x: [0, 1], y: [0, 1] } as const
    const zigzag = Float64Array.of(-1, 0.5, 0.1, 0.5, 0.2, 0.6, 2, 0.6, 0.3, 0.3, 2, 2, 0.4, 1, 1, 0)
    expect(withinDomain(zigzag, square).map((part) => [...part])).toEqual([
      [0.1, 0.5, 0.2, 0.6],
      [0.4, 1, 1, 0],
    ])
    expect(withinDomain(Float64Array.of(0.1, 0.1, 0.2, 0.2), square)).toHaveLength(1)
    expect(withinDomain(Float64Array.of(Number.NaN, 0.1, 3, 0.2), square)).toEqual([])
  })

  test('Newton steps to the middle of her model’s ellipses', () => {
    const surface = createSurface(specOf(himmelblau))
    const walk = simulate(surface, newton, {
      optimizer: 'Newton',
      hyperparameters: { lr: 1, variant: 'plain', shrink: 0.5, c1: 1e-4 },
      start: [3.4, 2.4],
      maximize: false,
      steps: 3,
      seed: 0,
    })
    const curves = sketchesOfStep(0, walk, 1, feltOn(surface)).filter(({ kind }) => kind === 'curve')
    expect(curves).toHaveLength(2)
    for (const { xy } of curves) {
      // The first point comes again at the end.
      const around = places(xy).slice(1)
      const middle = (axis: 0 | 1) => around.reduce((sum, place) => sum + place[axis], 0) / around.length
      expect(middle(0)).toBeCloseTo(walk.theta[2]!, 9)
      expect(middle(1)).toBeCloseTo(walk.theta[3]!, 9)
    }
    expect(sketchesOfStep(0, walk, 1).some(({ kind }) => kind === 'curve')).toBe(false)
  })
})
