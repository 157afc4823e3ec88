/** Every method is written in NumPy: the function that a student reads walks as the method in the simulator does. */
import { expect, test } from 'vitest'
import { methodExports } from '../../src/export/tables'
import { isMethod, type Optimizer } from '../../src/optimizers/optimizer'
import type { Hyperparameters } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'
import { scriptOf } from './fixtures'
import { type Case, walkAgainInPython } from './replay'

const methods = [...optimizers.values()].filter(isMethod)

test('every method can be exported, and nothing that is no method', () => {
  const runs = methods.map(({ name }) => ({ optimizer: name, start: [1, 2] }))
  expect(scriptOf({ runs }).refused).toEqual([])
  const names = new Set(methods.map(({ name }) => name))
  expect([...methodExports.keys()].filter((name) => !names.has(name))).toEqual([])
})

/** Hollows, ridges, saddles; curvature of every sign; rational and transcendental; where a formula ends. */
const grounds: Readonly<Record<string, { surface: object | string; start: readonly [number, number] }>> = {
  bowl: { surface: { formula: '0.5 sin(x) + 0.4 x^2 + (y - x/2)^2 + 0.3 sqrt(1 + y^2)' }, start: [1.3, -0.8] },
  hill: { surface: { formula: '4 exp(-(x^2 + x y + y^2) / 6) - 0.2 (x^2 + y^2)' }, start: [0.9, -0.5] },
  rosenbrock: { surface: 'rosenbrock', start: [-1.2, 1] },
  himmelblau: { surface: 'himmelblau', start: [-0.3, -0.9] },
  saddle: { surface: { formula: 'x^2 - y^2 + y^4 / 4 + 0.1 x y' }, start: [1.1, 0.3] },
  'log, which ends': { surface: { formula: '3 x - log(x) + (y - sqrt(x))^2' }, start: [1.7, 0.4] },
}

/** Every combination of what `method` chooses among and switches. */
function variants(method: Optimizer): readonly Hyperparameters[] {
  const choices = isMethod(method) ? Object.entries(method.choices ?? {}) : []
  const flags = Object.entries(method.hyperparameters)
    .filter(([, value]) => typeof value === 'boolean')
    .map(([name]) => [name, [false, true]] as const)
  return [...choices, ...flags].reduce<readonly Hyperparameters[]>(
    (all, [name, values]) => all.flatMap((one) => [...values].map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
}

/** Numbers that are nobody's default. */
const unusual = (method: Optimizer): Hyperparameters =>
  Object.fromEntries(
    Object.entries({ ...method.hyperparameters, ...method.landscape })
      .filter(([name, value]) => typeof value === 'number' && !['max_iter', 'max_eval', 'history_size'].includes(name))
      .map(([name, value]) => [name, name === 'k' ? 7 : 0.9 * Number(value)]),
  )

const noises = {
  'in noise on bowl': { noise: { kind: 'gaussian', scale: 0.05 } },
  'uphill in heavy-tailed noise on hill': { maximize: true, noise: { kind: 'student-t', scale: 0.05, df: 3 } },
}

const STEPS = 12
/** In noise a slope never vanishes, and searches soon fight over the last bits of the loss. */
const NOISY_STEPS = 5
const words = (variant: Hyperparameters) => Object.values(variant).join(' ')
const scene = (ground: string, run: object, steps = STEPS) => {
  const { surface, start } = grounds[ground]!
  return { version: 1, surface, steps, seed: 11, runs: [{ start, ...run }] }
}

const cases = methods.flatMap((method) =>
  variants(method).flatMap((variant): Case[] => {
    const run = (more: object, hyperparameters: Hyperparameters = {}) => ({
      optimizer: method.name,
      hyperparameters: { ...hyperparameters, ...variant },
      ...more,
    })
    const title = `${method.name} ${words(variant)}`
    const landscape = { ...method.landscape }
    return [
      ...Object.keys(grounds)
        .filter((ground) => ground !== 'hill')
        .map((ground) => ({
          name: `${title} on ${ground}`,
          scene: scene(ground, run({}, landscape)),
        })),
      { name: `${title} uphill on hill`, scene: scene('hill', run({ maximize: true }, landscape)) },
      { name: `${title} with unusual hyperparameters`, scene: scene('bowl', run({}, unusual(method))) },
      ...Object.entries(noises).map(([words, noise]) => ({
        name: `${title} ${words}`,
        scene: scene(words.split(' ').at(-1)!, run(noise, unusual(method)), NOISY_STEPS),
      })),
    ]
  }),
)

const scheduled: Readonly<Record<string, Hyperparameters>> = {
  Newton: { lr: '0.9 + 0.01 t', variant: 'plain' },
  GradientDescent: { lr: '0.3 + 0.5 / t', shrink: 'a = 0.5; a - 0.1 c1 / t' },
  ConjugateGradient: { lr: '0.5 + 0.5 / t', c2: '0.1 + 0.01 t / T' },
  BFGS: { lr: '1 - 0.1 / t', line_search: 'exact' },
  LevenbergMarquardt: { damping: '0.1 / t', factor: '5 + t' },
  TrustRegion: { radius: '0.1 + max_radius / 300', eta: '0.1 + 0.01 t' },
  NelderMead: { size: '0.4 + reflection / 10', contraction: '0.5 - 0.01 t' },
  CoordinateDescent: { order: 'random', reach: '0.2 / t' },
  SimulatedAnnealing: { temperature: '2 / t', cooling: '0.9 + 0.001 t', reach: '0.3 / t' },
  Feel: { k: '5 + t', arm: '0.3 / t', jitter: true },
  LBFGS: { max_iter: '1 + floor(t / 3)', max_eval: '3 + t', line_search_fn: 'strong_wolfe', tolerance_change: 1e-15 },
}

const bySchedule = Object.entries(scheduled).map(([name, hyperparameters]): Case => {
  const run = { optimizer: name, hyperparameters, noise: { kind: 'gaussian', scale: 0.05 } }
  return { name: `${name} by schedules`, scene: scene('bowl', run, NOISY_STEPS) }
})

const others: readonly Case[] = [
  {
    name: 'methods beside torch.optim',
    scene: {
      ...scene('himmelblau', { optimizer: 'SGD', hyperparameters: { lr: 0.01 } }),
      runs: ['SGD', 'BFGS', 'NelderMead', 'TrustRegion'].map((optimizer) => ({ optimizer, start: [-0.3, -0.9] })),
    },
  },
  {
    name: 'parameters with the names of functions',
    scene: {
      version: 1,
      surface: {
        formula: 'newton_step x^2 + f y^2 + uniforms x y + Trial / 10',
        parameters: { newton_step: 2, f: 1, uniforms: 0.5, Trial: 1 },
      },
      steps: 5,
      runs: ['Newton', 'BFGS', 'SimulatedAnnealing'].map((optimizer) => ({ optimizer, start: [1, 2] })),
    },
  },
]

const TOLERANCE = 1e-9
/** She overshoots ever farther: her slope is the small difference of two heights on the walls of the valley. */
const tolerances: ReadonlyMap<string, number> = new Map([['Feel slope true on rosenbrock', 1e-6]])

const all = [...cases, ...bySchedule, ...others]
walkAgainInPython(all, (name) => tolerances.get(name) ?? TOLERANCE)
