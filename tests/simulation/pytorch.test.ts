/** Every stored PyTorch run and checkpoint of the registered optimizers, reproduced within its stated tolerance. */
import { describe, expect, test } from 'vitest'
import { createExecutor } from '../../src/kernels/create-executor'
import { interpreter } from '../../src/kernels/executor'
import type { UpdateRule } from '../../src/optimizers/rule'
import { simulate } from '../../src/simulation/simulate'
import type { Trajectory } from '../../src/simulation/trajectory'
import { createSurface } from '../../src/surfaces/create'
import { load, number, type Stored } from '../reference/reference'

type Hyper = Record<string, number | boolean | readonly number[] | null>

interface Run {
  readonly id: string
  readonly optimizer: string
  readonly hyper: Hyper
  readonly formula: string
  readonly start: [number, number]
  readonly steps: number
  readonly x: Stored[]
  readonly y: Stored[]
  readonly loss: Stored[]
  readonly axX?: Stored[]
  readonly axY?: Stored[]
  readonly check: { readonly rtol: number; readonly stepsWithin1e12: number }
  readonly scalarState?: string
  readonly finalState: Record<string, number | readonly number[]>
  readonly divergedAt?: number
}

interface Checkpoints {
  readonly formulas: Record<string, string>
  readonly configs: Record<string, { optimizer: string; hyper: Hyper; scalarState?: string; rule?: string }>
  readonly runs: {
    config: string
    surface: string
    start: [number, number]
    lr: number
    at: number[]
    xyf: [Stored, Stored, Stored][]
  }[]
}

const modules = import.meta.glob<{ default?: UpdateRule }>('../../src/optimizers/*.ts', { eager: true })
const rules = new Map(
  Object.values(modules).flatMap((module) =>
    module.default === undefined ? [] : [[module.default.name, module.default]],
  ),
)

/** PyTorch's tuples are split and its unset options left out. */
function hyperparameters(hyper: Hyper, rule: UpdateRule): Record<string, number | boolean> {
  const names: Record<string, string[]> = {
    betas: ['beta1', 'beta2'],
    etas: ['etaminus', 'etaplus'],
    step_sizes: ['step_size_min', 'step_size_max'],
  }
  const entries = Object.entries(hyper).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((part, i) => [names[name]![i]!, part] as const) : [[name, value] as const],
  )
  return Object.fromEntries(
    entries.filter(([name]) => name in rule.hyperparameters) as (readonly [string, number | boolean])[],
  )
}

const wasm = createExecutor()

const domain = { x: [-5, 5], y: [-5, 5] } as const

function walk(formula: string, optimizer: string, hyper: Hyper, start: readonly number[], steps: number) {
  const rule = rules.get(optimizer)!
  const surface = { title: '', formula, domain, parameters: {}, heightScale: 'linear' } as const
  const spec = {
    optimizer,
    hyperparameters: hyperparameters(hyper, rule),
    start,
    maximize: hyper.maximize === true,
    steps,
    seed: 0,
  }
  const [interpreted, compiled] = [interpreter, wasm].map((executor) =>
    simulate(createSurface(surface, executor), rule, spec),
  )
  expect(compiled).toEqual(interpreted)
  return compiled!
}

/** The reference's metric: max(|dx|, |dy|) / max(1, |x|, |y|); equal non-finite numbers are no error. */
function distance(actual: readonly number[], expected: readonly number[]): number {
  const errors = expected.map((value, i) =>
    Object.is(value, actual[i]) || value === actual[i] ? 0 : Math.abs(value - actual[i]!),
  )
  return Math.max(...errors) / Math.max(1, ...expected.map(Math.abs).filter(Number.isFinite))
}

/** PyTorch's names of our state variables; NAdam's and ASGD's scalars are one number for all coordinates. */
const stateKeys: Record<string, Record<string, string>> = {
  SGD: { momentum_buffer: 'buf' },
  Adam: { exp_avg: 'm', exp_avg_sq: 'v', max_exp_avg_sq: 'v_max' },
  AdamW: { exp_avg: 'm', exp_avg_sq: 'v', max_exp_avg_sq: 'v_max' },
  RMSprop: { square_avg: 'v', grad_avg: 'g_avg', momentum_buffer: 'buf' },
  Adagrad: { sum: 'sum' },
  Adadelta: { square_avg: 'v', acc_delta: 'u' },
  Adamax: { exp_avg: 'm', exp_inf: 'u' },
  NAdam: { exp_avg: 'm', exp_avg_sq: 'v', mu_product: 'mu_product' },
  RAdam: { exp_avg: 'm', exp_avg_sq: 'v' },
  Rprop: { prev: 'prev', step_size: 'step_size' },
  ASGD: { ax: 'ax', eta: 'eta', mu: 'mu' },
}

function expectState(result: Trajectory, run: Run): void {
  for (const [key, value] of Object.entries(run.finalState)) {
    if (key === 'step') continue
    const j = result.stateNames.indexOf(stateKeys[run.optimizer]![key]!)
    expect(j, key).toBeGreaterThanOrEqual(0)
    const at = ((result.length - 1) * result.stateNames.length + j) * 2
    const expected = typeof value === 'number' ? [value, value] : value
    expected.forEach((entry, i) => {
      const scale = Math.max(Math.abs(entry), ...expected.map(Math.abs))
      const error = Math.abs(result.state[at + i]! - entry)
      expect(error, `${key}[${i}]`).toBeLessThanOrEqual(run.check.rtol * Math.max(scale, 1))
    })
  }
}

const families = [
  'sgd',
  'adam',
  'adamw',
  'rmsprop',
  'adagrad',
  'adadelta',
  'adamax',
  'nadam',
  'radam',
  'rprop',
  'asgd',
  'edge-cases',
]
/** Some stored runs keep a scalar of the optimizer's state in float32, or follow a bug that torch 2 mended. */
const isOurs = (run: { config?: string; scalarState?: string; rule?: string }) =>
  run.scalarState === undefined && run.config !== 'nadam'

describe.each(families)('%s', (family) => {
  const { runs } = load<{ runs: (Run & { config: string; rule?: string })[] }>(`trajectories/${family}.json`)
  test.each(runs.filter(isOurs).map((run) => [run.id, run] as const))('%s', (_, run) => {
    const result = walk(run.formula, run.optimizer, run.hyper, run.start, run.steps)
    // Edge cases are compared as far as rounding allows; Rprop feels only signs, which do not round.
    const roundsOff = family === 'edge-cases' && run.optimizer !== 'Rprop'
    const compared = roundsOff ? run.check.stepsWithin1e12 : run.steps
    expect(result.length).toBe(run.x.length)
    for (let k = 0; k <= compared; k++) {
      const expected = [number(run.x[k]!), number(run.y[k]!)]
      const error = distance([...result.theta.subarray(2 * k, 2 * k + 2)], expected)
      expect(error, `step ${k}`).toBeLessThanOrEqual(run.check.rtol)
      expect(distance([result.loss[k]!], [number(run.loss[k]!)]), `loss at step ${k}`).toBeLessThanOrEqual(
        10 * run.check.rtol,
      )
    }
    if (family !== 'edge-cases') expectState(result, run)
    if (run.divergedAt !== undefined) {
      expect(result.outcome).toBe('diverged')
      expect(result.outcomeStep).toBe(run.divergedAt)
    }
  })
})

describe('checkpoints', () => {
  const { formulas, configs, runs } = load<Checkpoints>('trajectories/checkpoints.json')
  const known = Object.entries(configs).filter(
    ([name, config]) => rules.has(config.optimizer) && isOurs({ config: name, ...config }),
  )
  test.each(known)('%s', (name, config) => {
    for (const run of runs.filter((candidate) => candidate.config === name)) {
      const steps = Math.max(...run.at)
      const result = walk(formulas[run.surface]!, config.optimizer, { ...config.hyper, lr: run.lr }, run.start, steps)
      run.at.forEach((k, i) => {
        const expected = run.xyf[i]!.map(number)
        const actual = [...result.theta.subarray(2 * k, 2 * k + 2)]
        expect(
          distance(actual, expected.slice(0, 2)),
          `${run.surface} from ${run.start} at step ${k}`,
        ).toBeLessThanOrEqual(1e-11)
      })
    }
  })
})
