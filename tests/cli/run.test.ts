import { expect, test } from 'vitest'
import { load, number, type Stored } from '../reference/reference'
import { climber, onScene } from './fixtures'

interface Run {
  readonly id: string
  readonly hyper: Readonly<Record<string, number | boolean | readonly number[] | null>>
  readonly formula: string
  readonly start: readonly [number, number]
  readonly steps: number
  readonly x: readonly Stored[]
  readonly y: readonly Stored[]
  readonly loss: readonly Stored[]
  readonly check: { readonly rtol: number; readonly stepsWithin1e12: number }
}

interface Printed {
  readonly name: string
  readonly outcome: string
  readonly outcomeStep: number
  readonly theta: readonly (readonly [Stored, Stored])[]
  readonly loss: readonly Stored[]
  readonly gradient: readonly (readonly [Stored, Stored])[]
  readonly state: Readonly<Record<string, readonly (readonly Stored[])[]>>
  readonly evaluations: object
}

const near = (actual: Stored, stored: Stored, rtol: number) => {
  const [a, b] = [number(actual), number(stored)]
  if (!Number.isFinite(b)) return Object.is(a, b)
  return Math.abs(a - b) <= rtol * Math.max(1, Math.abs(b))
}

test.each(['sgd', 'adam', 'adamw', 'rmsprop', 'adagrad'])(
  '%s: a scene of all stored PyTorch runs on one surface',
  async (family) => {
    const { runs } = load<{ runs: (Run & { optimizer: string })[] }>(`trajectories/${family}.json`)
    const first = runs[0]!
    const same = runs.filter((run) => run.formula === first.formula && run.steps === first.steps)
    const scene = {
      surface: { formula: first.formula },
      steps: first.steps,
      runs: same.map(({ id, optimizer, start, hyper }) => {
        const { maximize, betas, ...rest } = hyper
        const [beta1, beta2] = Array.isArray(betas) ? betas : []
        const known = Object.entries({ ...rest, beta1, beta2 }).filter(
          ([, value]) => typeof value === 'number' || typeof value === 'boolean',
        )
        const hyperparameters = Object.fromEntries(
          known.filter(([name]) => !['foreach', 'capturable', 'differentiable', 'fused'].includes(name)),
        )
        return { name: id, optimizer, start, hyperparameters, maximize: maximize === true }
      }),
    }
    const { status, out, err } = await onScene(['run'], scene)
    expect(err).toBe('')
    expect(status).toBe(0)
    const printed = (JSON.parse(out) as { runs: Printed[] }).runs
    expect(printed.map(({ name }) => name)).toEqual(same.map(({ id }) => id))
    for (const [i, { x, y, check }] of same.entries()) {
      const steps = Math.min(first.steps, check.stepsWithin1e12)
      for (let k = 0; k <= steps; k++) {
        const [px, py] = printed[i]!.theta[k]!
        expect(
          near(px, x[k]!, check.rtol) && near(py, y[k]!, check.rtol),
          `${same[i]!.id} step ${k}: ${px}, ${py}`,
        ).toBe(true)
      }
    }
  },
)

const bowl = {
  surface: { formula: 'x^2 + 3y^2' },
  steps: 2,
  runs: [{ optimizer: 'SGD', start: [1, -0.5], hyperparameters: { lr: 0.1, momentum: 0.5 } }],
}

test('the printed run has every part of the contract, in full precision', async () => {
  const { out } = await onScene(['run'], bowl)
  expect(JSON.parse(out)).toEqual({
    runs: [
      {
        name: 'SGD',
        optimizer: 'SGD',
        outcome: 'exhausted',
        outcomeStep: 2,
        theta: [
          [1, -0.5],
          [0.8, -0.19999999999999996],
          [0.54, 0.07],
        ],
        loss: [1.75, 0.76, 0.3063],
        gradient: [
          [2, -3],
          [1.6, -1.1999999999999997],
          [1.08, 0.42000000000000004],
        ],
        state: {
          buf: [
            [0, 0],
            [2, -3],
            [2.6, -2.6999999999999997],
          ],
        },
        evaluations: { value: 3, gradient: 3, hessian: 0 },
      },
    ],
  })
})

test('numbers that JSON does not have are texts, and a diverged run ends with the first of them', async () => {
  const scene = {
    surface: 'rosenbrock',
    steps: 50,
    runs: [{ optimizer: 'SGD', start: [-1.2, 1], hyperparameters: { lr: 0.01 } }],
  }
  const { out } = await onScene(['run'], scene)
  const run = (JSON.parse(out) as { runs: Printed[] }).runs[0]!
  expect(run.outcome).toBe('diverged')
  expect(run.loss.at(-1)).toBe('Infinity')
  expect(run.loss.slice(0, -1).every((loss) => typeof loss === 'number')).toBe(true)
  expect([run.theta.length, run.gradient.length, run.state.buf!.length]).toEqual([
    run.loss.length,
    run.loss.length,
    run.loss.length,
  ])
  expect(run.outcomeStep).toBe(run.loss.length - 1)
})

test('--csv is one table for all runs, with empty cells where a run has no such state', async () => {
  const scene = { ...bowl, steps: 1, runs: [...bowl.runs, { optimizer: 'RMSprop', start: [1, 0], name: 'a, "b"' }] }
  const { out } = await onScene(['run', '--csv'], scene)
  const lines = out.trimEnd().split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toMatch(/^run,name,optimizer,step,x,y,loss,gradient_x,gradient_y,buf_x,buf_y,/)
  expect(lines[2]).toMatch(/^0,SGD,SGD,1,0\.8,-0\.19999999999999996,0\.76,1\.6,-1\.1999999999999997,2,-3,,/)
  expect(lines[3]).toMatch(/^1,"a, ""b""",RMSprop,0,1,0,1,2,0,/)
})

test('a hundred climbers are no more than a page’s sixty-four to a command', async () => {
  const runs = Array.from({ length: 100 }, () => ({ optimizer: 'SGD', start: [1, 1] }))
  const { out, err } = await onScene(['run'], { surface: 'sphere', steps: 1, runs })
  expect(err).toBe('')
  expect((JSON.parse(out) as { runs: Printed[] }).runs).toHaveLength(100)
})

test('what was only left out is noted and the rest is computed', async () => {
  const { status, out, err } = await onScene(['run'], { ...bowl, weather: 'fog', runs: [null, ...bowl.runs] })
  expect(status).toBe(0)
  expect((JSON.parse(out) as { runs: Printed[] }).runs).toHaveLength(1)
  expect(err).toContain('standard input: runs[0]: must be a run')
  expect(err).toContain('weather: is not known')
})

const run = { optimizer: 'Adam', start: [0, 0] }
const refused: readonly (readonly [what: string, scene: object, message: string])[] = [
  [
    'an unknown optimizer',
    { surface: 'sphere', runs: [run, { ...run, optimizer: 'Adma' }] },
    'runs[1].optimizer: unknown optimizer `Adma`: did you mean `Adam`?',
  ],
  ['an unknown surface', { surface: 'spere', runs: [run] }, 'surface: unknown surface `spere`: did you mean `sphere`?'],
  [
    'a formula with a slip',
    { surface: { formula: 'x^2 + sine(y)' }, runs: [run] },
    'surface.formula: unknown function `sine`: did you mean `sin`? (at character 6 of the formula)',
  ],
  [
    'nesterov with dampening',
    {
      surface: 'sphere',
      runs: [{ optimizer: 'SGD', hyperparameters: { nesterov: true, momentum: 0.9, dampening: 0.1 } }],
    },
    'runs[0].hyperparameters: SGD: nesterov needs',
  ],
  ['a start that is none', { surface: 'sphere', runs: [{ ...run, start: ['1', 2] }] }, 'runs[0].start: must be [x, y]'],
  [
    'a learning rate in the wrong place',
    { surface: 'sphere', runs: [{ ...run, lr: 0.1 }] },
    'runs[0].lr: is not known',
  ],
  ['a negative number of steps', { surface: 'sphere', runs: [run], steps: -1 }, 'steps: must be a whole number'],
  ['nothing but null runs', { surface: 'sphere', runs: [null] }, 'runs[0]: must be a run'],
  ['no surface', { runs: [run] }, 'surface: is missing'],
]

test.each(refused)(
  '%s: status 2, one line that says what and where, nothing on standard output',
  async (_, scene, message) => {
    const { status, out, err } = await onScene(['run'], scene)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(`climber: standard input: ${message}`)
    expect(err.match(/\n/g)).toHaveLength(1)
  },
)

test.each([
  [[], 'say what to do'],
  [['walk'], 'unknown command "walk"'],
  [['run'], 'climber run needs a scene'],
  [['run', 'a.json', 'b.json'], 'climber run takes one scene, not 2'],
  [['run', 'a.json'], 'cannot read a.json: there is no such file'],
  [['run', 'a.json', '--tsv'], "Unknown option '--tsv'"],
  [['evaluate', 'a.json'], 'climber evaluate reads standard input'],
  [['evaluate', '--csv'], '--csv belongs to climber run'],
])('climber %j is refused', async (args, message) => {
  const { status, out, err } = await climber(args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain(message)
  expect(err.match(/\n/g)).toHaveLength(1)
})

test('--help lists the commands', async () => {
  const { status, out } = await climber(['--help'])
  expect(status).toBe(0)
  for (const command of ['run', 'evaluate', 'critical-points']) expect(out).toContain(`climber ${command}`)
})
