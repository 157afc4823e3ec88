/** Every stored PyTorch run and checkpoint of LBFGS, its counts of evaluations and iterations included. */
import { describe, expect, test } from 'vitest'
import lbfgs from '../../../src/optimizers/methods/lbfgs'
import type { Hyperparameters } from '../../../src/optimizers/rule'
import { simulate } from '../../../src/simulation/simulate'
import type { Trajectory } from '../../../src/simulation/trajectory'
import { createSurface } from '../../../src/surfaces/create'
import { load } from '../../reference/reference'

type Stored = Readonly<Record<string, number | string | null>>

interface Run {
  readonly id: string
  readonly hyper: Stored
  readonly formula: string
  readonly start: [number, number]
  readonly steps: number
  readonly x: number[]
  readonly y: number[]
  readonly loss: number[]
  readonly funcEvals: number[]
  readonly nIter: number[]
  readonly check: { readonly rtol: number }
}

interface Checkpoints {
  readonly formulas: Readonly<Record<string, string>>
  readonly configs: Readonly<Record<string, { readonly optimizer: string; readonly hyper: Stored }>>
  readonly runs: readonly {
    readonly config: string
    readonly surface: string
    readonly start: [number, number]
    readonly lr: number
    readonly at: number[]
    readonly xyf: [number, number, number][]
    readonly funcEvals: number[]
  }[]
}

/** What PyTorch leaves unset is left out. */
const given = (hyper: Stored) =>
  Object.fromEntries(Object.entries(hyper).filter(([, value]) => value !== null)) as Hyperparameters

const domain = { x: [-5, 5], y: [-5, 5] } as const
const surfaceOf = (formula: string) =>
  createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' })

function walk(
  formula: string,
  hyperparameters: Hyperparameters,
  start: readonly number[],
  steps: number,
  maximize = false,
) {
  const spec = { optimizer: 'LBFGS', hyperparameters, start, maximize, steps, seed: 0 }
  return simulate(surfaceOf(formula), lbfgs, spec)
}

/** The reference's metric. */
function distance({ theta }: Trajectory, k: number, x: number, y: number): number {
  return Math.max(Math.abs(theta[2 * k]! - x), Math.abs(theta[2 * k + 1]! - y)) / Math.max(1, Math.abs(x), Math.abs(y))
}

const { runs } = load<{ runs: Run[] }>('trajectories/lbfgs.json')

test.each(runs.map((run) => [run.id, run] as const))('%s', (_, run) => {
  const result = walk(run.formula, given(run.hyper), run.start, run.steps)
  const iterations = result.stateNames.indexOf('n_iter')
  expect(result.length).toBe(run.x.length)
  for (let k = 0; k < run.x.length; k++) {
    expect(distance(result, k, run.x[k]!, run.y[k]!), `step ${k}`).toBeLessThanOrEqual(run.check.rtol)
    const error = Math.abs(result.loss[k]! - run.loss[k]!) / Math.max(1, Math.abs(run.loss[k]!))
    expect(error, `loss at step ${k}`).toBeLessThanOrEqual(10 * run.check.rtol)
    expect(result.asked![3 * k + 1], `evaluations up to step ${k}`).toBe(run.funcEvals[k])
    expect(result.state[(k * result.stateNames.length + iterations) * 2], `iterations up to ${k}`).toBe(run.nIter[k])
  }
  expect(result.evaluations).toEqual({ value: run.funcEvals.at(-1), gradient: run.funcEvals.at(-1), hessian: 0 })
})

describe('checkpoints', () => {
  const { formulas, configs, runs } = load<Checkpoints>('trajectories/checkpoints.json')
  const ours = Object.entries(configs).filter(([, { optimizer }]) => optimizer === 'LBFGS')
  test.each(ours)('%s', (name, { hyper }) => {
    const mine = runs.filter(({ config }) => config === name)
    expect(mine.length).toBeGreaterThan(10)
    for (const { surface, start, lr, at, xyf, funcEvals } of mine) {
      const result = walk(formulas[surface]!, { ...given(hyper), lr }, start, Math.max(...at))
      at.forEach((k, i) => {
        const [x, y] = xyf[i]!
        expect(distance(result, k, x, y), `${surface} from ${start} at step ${k}`).toBeLessThanOrEqual(1e-11)
        expect(result.asked![3 * k + 1], `${surface} from ${start}: evaluations up to step ${k}`).toBe(funcEvals[i])
      })
    }
  })
})

test('without max_eval, five quarters of max_iter, as in PyTorch', () => {
  const run = runs.find(({ hyper }) => hyper.max_iter === 4 && hyper.max_eval === 5)!
  const { max_eval: _, ...rest } = given(run.hyper)
  expect(walk(run.formula, rest, run.start, run.steps)).toEqual(
    walk(run.formula, given(run.hyper), run.start, run.steps),
  )
})

test('climbing is descending the ground turned upside down', () => {
  const up = walk('-((1-x)^2+100*(y-x^2)^2)', { line_search_fn: 'strong_wolfe' }, [-1.2, 1], 4, true)
  const down = walk('(1-x)^2+100*(y-x^2)^2', { line_search_fn: 'strong_wolfe' }, [-1.2, 1], 4)
  expect(up.theta).toEqual(down.theta)
  expect(up.loss).toEqual(down.loss.map((value) => -value))
})
