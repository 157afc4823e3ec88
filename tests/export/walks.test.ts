/** Every script is run by Python, and must walk as the simulator did; where there is no Python with NumPy that is skipped. */
import { readdirSync, readFileSync } from 'node:fs'
import { isMethod } from '../../src/optimizers/optimizer'
import type { HyperparameterValue, UpdateRule } from '../../src/optimizers/rule'
import { schedules } from '../../src/optimizers/schedules'
import { optimizers, surfaces } from '../../src/registry'
import { type Case, walkAgainInPython } from './replay'

/** Bowls and waves with every kind of curvature, where nobody's walk hangs on the last bit for the few steps that are taken. */
const ground = { formula: 'r = sqrt(1 + y^2); sin(x) + a x^2 / 4 + (y - x/2)^2 + 0.3 r', parameters: { a: 1.5 } }
const start = [1.3, -0.8]

/** Values that no library has as its default, and that the optimizer does not refuse. */
function unusual(rule: UpdateRule, flags: boolean): Record<string, HyperparameterValue> {
  const given = { ...rule.hyperparameters, ...rule.landscape }
  const changed = Object.entries(given).map(([name, value]): [string, HyperparameterValue] => {
    if (typeof value === 'boolean') return [name, flags]
    if (name === 't0') return [name, 7]
    if (name === 'dampening') return [name, flags ? 0 : 0.1]
    return [name, value === 0 ? 0.1 : 0.9 * Number(value)]
  })
  return Object.fromEntries(changed)
}

const rules = [...optimizers.values()].filter((optimizer): optimizer is UpdateRule => !isMethod(optimizer))
const hasFlags = (rule: UpdateRule) => Object.values(rule.hyperparameters).some((value) => typeof value === 'boolean')
const scene = (...runs: readonly object[]) => ({
  version: 1,
  surface: ground,
  steps: 30,
  seed: 5,
  runs: runs.map((run) => ({ start, ...run })),
})

const byRule = rules.flatMap((rule): Case[] => {
  const run = (more: object) => ({ optimizer: rule.name, ...more })
  const plain = unusual(rule, false)
  const rate = ['lr', 'max_learning_rate'].find((name) => name in plain)!
  return [
    { name: `${rule.name} as it comes`, scene: scene(run({}), run({ hyperparameters: rule.landscape ?? {} })) },
    { name: `${rule.name} with unusual hyperparameters`, scene: scene(run({ hyperparameters: plain })) },
    ...(hasFlags(rule)
      ? [{ name: `${rule.name} with its flags`, scene: scene(run({ hyperparameters: unusual(rule, true) })) }]
      : []),
    {
      name: `${rule.name} uphill in noise`,
      scene: scene(run({ hyperparameters: plain, maximize: true, noise: { kind: 'gaussian', scale: 0.3 } })),
    },
    {
      name: `${rule.name} by a schedule`,
      scene: scene(run({ hyperparameters: { [rate]: `w = ${plain[rate]}; w * (1 + cos(pi (t - 1) / T)) / 2` } })),
    },
    {
      name: `${rule.name} in Lookahead and SAM`,
      scene: scene(run({ hyperparameters: plain, wrappers: ['Lookahead', 'SAM'] })),
    },
  ]
})

const typed = (equations: string, more: object = {}) => scene({ optimizer: { name: 'Mine', equations }, ...more })

const others: readonly Case[] = [
  { name: 'LBFGS', scene: scene({ optimizer: 'LBFGS', hyperparameters: { lr: 0.3, max_iter: 2, history_size: 5 } }) },
  {
    name: 'LBFGS with its line search',
    scene: scene({ optimizer: 'LBFGS', hyperparameters: { max_iter: 1, line_search_fn: 'strong_wolfe' } }),
  },
  {
    name: 'LBFGS uphill in noise',
    scene: {
      ...scene({
        optimizer: 'LBFGS',
        maximize: true,
        noise: { kind: 'gaussian', scale: 0.1 },
        hyperparameters: { lr: 0.1, max_iter: 1 },
      }),
      steps: 6,
    },
  },
  {
    name: 'noise with heavy tails',
    scene: scene({
      optimizer: 'SGD',
      seed: 3,
      noise: { kind: 'student-t', scale: 0.5, df: 1.2 },
      hyperparameters: { lr: 0.05 },
    }),
  },
  {
    name: 'a schedule in a tuple',
    scene: scene({ optimizer: 'Adam', hyperparameters: { lr: 0.1, beta1: '0.9 * (1 - 0.5 lr^2 t / T)' } }),
  },
  {
    name: 'a schedule of the momentum',
    scene: scene({ optimizer: 'SGD', hyperparameters: { lr: 0.05, momentum: 'max(0, 0.8 - 0.1 t)' } }),
  },
  {
    name: 'a divergence',
    scene: {
      ...scene({ optimizer: 'SGD', hyperparameters: { lr: 3 } }, { optimizer: 'Lion', hyperparameters: { lr: 1e60 } }),
      steps: 60,
      surface: 'himmelblau',
    },
  },
  {
    name: 'names of Python',
    scene: typed(
      'param lambda = 0.1; param path = 2; state np = 0; state STEPS = theta; np = 0.5 np + g; loss_here = path; STEPS = theta; theta = theta - lambda np / loss_here',
    ),
  },
  {
    name: 'parameters with names of Python',
    scene: {
      ...scene({ optimizer: 'SGD' }, { optimizer: 'Lion' }),
      surface: { formula: 'def = class + 1; class x^2 + def y^2 + torch', parameters: { class: 2, torch: 1 } },
    },
  },
  {
    name: 'a definition that covers a parameter',
    scene: {
      ...scene({ optimizer: 'SGD' }, { optimizer: 'Lion' }),
      surface: { formula: 'a = 2 a; x = x - a; a x^2 + y^2', parameters: { a: 1.5 } },
    },
  },
  {
    name: 'code in the words of a scene',
    scene: {
      ...scene({ optimizer: 'SGD', name: '"); EVIL() #\nEVIL()\\' }, { optimizer: 'Lion', name: '\'"""\u2028EVIL()' }),
      title: 'a\nEVIL()\r\u2028EVIL()\fEVIL()',
      description: '"""\nEVIL()\n"""',
      surface: { formula: 'x^2 + y^2', title: 'coding: utf-7\nEVIL()' },
    },
  },
  {
    name: 'one number for both coordinates',
    scene: typed('state n = 0; n = n + norm(g) + dot(theta, t) + norm1(1); theta = theta - 0.1 g / n'),
  },
  {
    name: 'conditions as numbers and numbers as conditions',
    scene: typed('a = (g > 0) + (theta > 0); b = t > 3; c = if(a, b + 1, 2); theta = theta - 0.1 c sign(g)'),
  },
  { name: 'a probe of one number', scene: typed('probe = 0.3 t; theta = if(t < 3, theta - 0.1 g, 1 / t)') },
  {
    name: 'division by nothing',
    scene: typed('param z = 0; state k = 0; k = k + 1 / (1 - t); q = min(1, 1 / z); theta = theta - 0.1 q g'),
  },
]

/** One of every function, by itself and seen through its slope; and arithmetic that Python does in its own way. */
const formulas = [
  ...[
    'sin',
    'cos',
    'tan',
    'sec',
    'exp',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'atanh',
    'sigmoid',
    'softplus',
    'atan',
    'asin',
    'acos',
    'erf',
    'sinc',
    'cbrt',
    'abs',
    'relu',
    'step',
    'floor',
    'ceil',
    'round',
    'sign',
  ].map((fn) => `${fn}(x/2) + y^2`),
  ...['log', 'log2', 'log10', 'sqrt', 'csc', 'cot', 'acosh'].map((fn) => `${fn}(x + 2) + y^2`),
  'atan2(y, x + 4) + hypot(x, y, 2)',
  'min(x, y, 0.5) + max(x, 2) + x^2 + clamp(y, -0.5, x)',
  'if(x < y, x^2, if(y > 0, y^2, 3)) + (x > 0) x + step(x)',
  '3 + step(x)',
  'm = x < y; m',
  '2^x + x^2.5 + e^y + abs(y)^1.5 + pi x + tau y',
  '10^400 x^2 - 1/0 + y',
  '(-8)^(1/3) + x^2',
  '2^60 - 2^60 + 9007199254740993 - 9007199254740992 + x^2 + y^2',
  'a = 7; b = sigmoid(a) + softplus(a) + sign(a) + min(a, 2, 3) + clamp(a, 0, 1) + (a > 2); b x^2 + y^2',
  ...[...surfaces.values()].map(({ formula }) => formula),
]
const byFormula = formulas.map(
  (formula): Case => ({
    name: formula,
    scene: {
      ...scene(
        { optimizer: 'SGD', hyperparameters: { lr: 1e-4 } },
        { optimizer: 'Lion', hyperparameters: { lr: 1e-3 } },
        { optimizer: 'Sophia', hyperparameters: { lr: 1e-3 } },
      ),
      surface: { formula },
      steps: 6,
    },
  }),
)

const bySchedule = schedules.map(({ name, formula }): Case => {
  const lr = formula.replace(/\bbase\b/g, '0.05')
  return {
    name,
    scene: scene({ optimizer: 'SGD', hyperparameters: { lr } }, { optimizer: 'QHM', hyperparameters: { lr } }),
  }
})

const folder = new URL('../../scenes/', import.meta.url)
const byScene = readdirSync(folder)
  .filter((file) => /^\d.*\.json$/.test(file))
  .map((file): Case => ({ name: file, scene: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as object }))

/**
 * Rounding differs in Python by an ulp an operation (its own exp and pow, other orders of summation). These walks do not
 * magnify that by more than the 1e6 that is left to 1e-9.
 */
const TOLERANCE = 1e-9
/** Beyond the edge of stability an error grows from step to step, as she does. */
const tolerances: ReadonlyMap<string, number> = new Map([['07-too-large-a-step.json', 1e-6]])

const cases = [...byScene, ...byRule, ...others, ...bySchedule, ...byFormula]
walkAgainInPython(cases, (name) => tolerances.get(name) ?? TOLERANCE)
