import { describe, expect, test } from 'vitest'
import type { Objective } from '../../src/math/objective'
import sgd from '../../src/optimizers/sgd'
import { wrap } from '../../src/optimizers/wrapper'
import sam from '../../src/optimizers/wrappers/sam'
import { optimizers } from '../../src/registry'
import { createNoise, type NoiseSpec } from '../../src/simulation/noise'
import { createSimulation, simulate } from '../../src/simulation/simulate'
import type { RunSpec } from '../../src/simulation/trajectory'
import { bowl } from '../optimizers/fixtures'

const draws = (spec: NoiseSpec, seed: number, count: number) => {
  const next = createNoise(spec, seed)
  return Array.from({ length: count }, next)
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const share = (values: readonly number[], test: (value: number) => boolean) =>
  values.filter(test).length / values.length

describe('distributions, by 100 000 draws', () => {
  test('gaussian', () => {
    const values = draws({ kind: 'gaussian', scale: 2 }, 1, 100_000)
    expect(mean(values)).toBeCloseTo(0, 1)
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(4, 0)
    // Within one and two standard deviations lie 68.27 and 95.45 per cent.
    expect(share(values, (value) => Math.abs(value) < 2)).toBeCloseTo(0.6827, 2)
    expect(share(values, (value) => Math.abs(value) < 4)).toBeCloseTo(0.9545, 2)
  })

  test.each([
    // Upper quantiles of Student's t: 75 and 97.5 per cent.
    [1, 1, 12.706],
    [3, 0.7649, 3.1824],
    [10, 0.6998, 2.2281],
  ])('student-t with %d degrees of freedom', (df, quartile, tail) => {
    const values = draws({ kind: 'student-t', scale: 1, df }, 2, 100_000)
    expect(share(values, (value) => value < 0)).toBeCloseTo(0.5, 2)
    expect(share(values, (value) => value > quartile)).toBeCloseTo(0.25, 2)
    expect(share(values, (value) => value > tail)).toBeCloseTo(0.025, 2)
  })
})

test('the same seed gives the same numbers, to the last bit, on every machine', () => {
  // Stored once; they would change with the generator or the lowered log and cos, never with the engine.
  expect(draws({ kind: 'gaussian', scale: 1 }, 7, 3)).toMatchInlineSnapshot(`
    [
      -1.5541101113868256,
      1.2459162913717414,
      0.7650197266941041,
    ]
  `)
  expect(draws({ kind: 'student-t', scale: 1 }, 7, 3)).toMatchInlineSnapshot(`
    [
      -1.939887309784385,
      1.9445319197759805,
      0.804163914786483,
    ]
  `)
  expect(draws({ kind: 'gaussian', scale: 1 }, 8, 1)).not.toEqual(draws({ kind: 'gaussian', scale: 1 }, 7, 1))
})

const ground: Objective = bowl(1, 3)
const spec = (more: Partial<RunSpec> = {}): RunSpec => ({
  optimizer: 'SGD',
  hyperparameters: { lr: 0.1 },
  start: [1, 2],
  maximize: false,
  steps: 40,
  seed: 5,
  noise: { kind: 'gaussian', scale: 0.5 },
  ...more,
})
const { noise: _, ...quiet } = spec()

describe('a walk', () => {
  test('goes by what is felt, and the true slope is recorded beside it', () => {
    const { theta, gradient, felt, length } = simulate(ground, sgd, spec())
    const noise = draws({ kind: 'gaussian', scale: 0.5 }, 5, 2 * length)
    for (let i = 0; i < gradient.length; i++) {
      expect(gradient[i]).toBe((i % 2 === 0 ? 1 : 3) * theta[i]!)
      expect(felt![i]).toBe(gradient[i]! + noise[i]!)
      if (i + 2 < theta.length) expect(theta[i + 2]).toBe(theta[i]! - 0.1 * felt![i]!)
    }
  })

  test('is the same in slices', () => {
    const sliced = createSimulation(ground, sgd, spec())
    sliced.advance(7)
    const early = sliced.finish()
    while (!sliced.advance(3)) sliced.finish()
    const whole = simulate(ground, sgd, spec())
    expect(sliced.finish()).toEqual(whole)
    expect([...early.felt!]).toEqual([...whole.felt!.subarray(0, early.felt!.length)])
  })

  test('differs by seed, and not from the noiseless one where the scale is 0', () => {
    const plain = simulate(ground, sgd, quiet)
    expect(plain.felt).toBeUndefined()
    expect(simulate(ground, sgd, spec({ noise: { kind: 'student-t', scale: 0 } })).theta).toEqual(plain.theta)
    expect(simulate(ground, sgd, spec({ seed: 6 })).theta).not.toEqual(simulate(ground, sgd, spec()).theta)
  })

  test('up and down feel the same noise', () => {
    const level = bowl(0, 0)
    const [down, up] = [false, true].map((maximize) => simulate(level, sgd, spec({ maximize, start: [0, 0] })).theta)
    expect([...up!]).toEqual([...down!].map((value) => 0 - value))
  })

  test('methods feel it too, and the same at every point of a step', () => {
    const method = optimizers.get('GradientDescent')!
    const run = spec({ optimizer: method.name, hyperparameters: {} })
    const { felt, gradient, length } = simulate(ground, method, run)
    const noise = draws({ kind: 'gaussian', scale: 0.5 }, 5, 2 * length)
    expect([...felt!]).toEqual([...gradient].map((slope, i) => slope + noise[i]!))
    expect(simulate(ground, method, run)).toEqual(simulate(ground, method, run))
    const { noise: _, ...silent } = run
    expect(simulate(ground, method, silent).theta).not.toEqual(simulate(ground, method, run).theta)
  })

  test('both slopes of one step of SAM have the same noise, as from one minibatch', () => {
    const level = bowl(0, 0)
    const plain = simulate(level, sgd, spec())
    const probing = simulate(level, wrap(sgd, sam), spec())
    expect(probing.theta).toEqual(plain.theta)
    expect(probing.evaluations.gradient).toBe(81)
  })
})
