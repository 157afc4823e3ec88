import { expect, test } from 'vitest'
import { parseScene } from '../../src/scene/parse'
import { resolveScene } from '../../src/scene/resolve'
import himmelblau from '../../src/surfaces/himmelblau'

const resolve = (document: object) => resolveScene(parseScene({ version: 1, ...document }).scene)

test('names are looked up and defaults filled in', () => {
  const { surface, runs } = resolve({
    surface: 'himmelblau',
    runs: [{ optimizer: 'Adam', start: [1, 2], hyperparameters: { lr: 0.05 } }],
    steps: 30,
    seed: 7,
  })
  const { formula, domain, title } = himmelblau
  expect(surface).toMatchObject({ ok: true, spec: { title, formula, domain, parameters: {} } })
  expect(runs).toEqual([
    {
      ok: true,
      spec: {
        optimizer: 'Adam',
        hyperparameters: { lr: 0.05, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0, amsgrad: false },
        start: [1, 2],
        maximize: false,
        steps: 30,
        seed: 7,
      },
    },
  ])
})

test('a typed surface keeps its parameters', () => {
  const { surface } = resolve({ surface: { formula: 'a x^2 + y^2', parameters: { a: 3 } } })
  expect(surface).toEqual({
    ok: true,
    spec: {
      title: '',
      formula: 'a x^2 + y^2',
      domain: { x: [-5, 5], y: [-5, 5] },
      parameters: { a: 3 },
      heightScale: 'linear',
    },
  })
})

test('a formula that cannot be read is a problem with its place', () => {
  expect(resolve({ surface: { formula: 'x^2 + sine(y)' } }).surface).toEqual({
    ok: false,
    problem: { path: 'surface.formula', message: expect.stringContaining('sin'), position: 6, length: 4 },
  })
})

const run = { optimizer: 'Adam', start: [0, 0] }

test.each([
  [
    'an optimizer that does not exist',
    { ...run, optimizer: 'Adma' },
    'runs[1].optimizer',
    'unknown optimizer `Adma`: did you mean `Adam`?',
  ],
  [
    'an optimizer like no other',
    { ...run, optimizer: 'constructor' },
    'runs[1].optimizer',
    'unknown optimizer `constructor`: there are AdaBelief, ',
  ],
  [
    'a hyperparameter of another optimizer',
    { ...run, hyperparameters: { momentum: 0.9 } },
    'runs[1].hyperparameters',
    'Adam has no hyperparameter `momentum`',
  ],
  [
    'nesterov without momentum',
    { ...run, optimizer: 'SGD', hyperparameters: { nesterov: true } },
    'runs[1].hyperparameters',
    'nesterov needs a momentum',
  ],
  [
    'a negative learning rate',
    { ...run, hyperparameters: { lr: -1 } },
    'runs[1].hyperparameters',
    'lr must be at least 0',
  ],
])('%s is that run’s own problem', (_, bad, path, message) => {
  const { surface, runs } = resolve({ surface: 'sphere', runs: [run, bad, run] })
  expect(surface.ok).toBe(true)
  expect(runs.map(({ ok }) => ok)).toEqual([true, false, true])
  expect(runs[1]).toMatchObject({ problem: { path, message: expect.stringContaining(message) } })
})

test('a surface that does not exist is a problem, and the runs still resolve', () => {
  const { surface, runs } = resolve({ surface: 'rosenbrok', runs: [run] })
  expect(surface).toEqual({
    ok: false,
    problem: { path: 'surface', message: 'unknown surface `rosenbrok`: did you mean `rosenbrock`?' },
  })
  expect(runs[0]!.ok).toBe(true)
})
