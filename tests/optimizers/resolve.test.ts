import { expect, test } from 'vitest'
import { hyperparameterKind, isWithin } from '../../src/optimizers/hyperparameters'
import { HyperparameterError, resolveHyperparameters } from '../../src/optimizers/resolve'
import type { Hyperparameters } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'

const resolve = (optimizer: string, given: Hyperparameters) => resolveHyperparameters(optimizers.get(optimizer)!, given)

test.each<[string, Hyperparameters]>([
  ['SGD', { lr: 1e-3, momentum: 0, dampening: 0, weight_decay: 0, nesterov: false }],
  ['Adam', { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0, amsgrad: false }],
  ['AdamW', { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.01, amsgrad: false }],
  ['RMSprop', { lr: 1e-2, alpha: 0.99, eps: 1e-8, weight_decay: 0, momentum: 0, centered: false }],
  ['Adagrad', { lr: 1e-2, lr_decay: 0, weight_decay: 0, initial_accumulator_value: 0, eps: 1e-10 }],
  ['Adadelta', { lr: 1, rho: 0.9, eps: 1e-6, weight_decay: 0 }],
  ['Adamax', { lr: 2e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 }],
  ['Rprop', { lr: 1e-2, etaminus: 0.5, etaplus: 1.2, step_size_min: 1e-6, step_size_max: 50 }],
  ['ASGD', { lr: 1e-2, lambd: 1e-4, alpha: 0.75, t0: 1e6, weight_decay: 0 }],
])("%s has PyTorch's names and defaults", (optimizer, defaults) => {
  expect(resolve(optimizer, {})).toEqual(defaults)
})

test('what is given replaces the default, and only that', () => {
  expect(resolve('Adam', { lr: 0.5 })).toMatchObject({ lr: 0.5, beta1: 0.9 })
})

test.each<[string, Hyperparameters, RegExp]>([
  ['SGD', { momentun: 0.9 }, /no hyperparameter `momentun`: did you mean `momentum`\?/],
  ['SGD', { beta1: 0.9 }, /no hyperparameter `beta1`/],
  ['SGD', { constructor: 1 }, /no hyperparameter `constructor`/],
  ['SGD', { lr: 'fast' }, /lr must be a number or a formula of t, and `fast` cannot be read: unknown name/],
  ['SGD', { nesterov: 'yes' }, /nesterov must be a boolean, not "yes"/],
  ['SGD', { nesterov: 1 }, /nesterov must be a boolean, not 1/],
  ['SGD', { lr: -1 }, /lr must be at least 0, not -1/],
  ['SGD', { lr: Number.NaN }, /lr must be finite, not NaN/],
  ['SGD', { lr: Number.POSITIVE_INFINITY }, /lr must be finite/],
  ['SGD', { weight_decay: -0.1 }, /weight_decay must be at least 0/],
  ['SGD', { nesterov: true }, /nesterov needs a momentum above 0 .*: set momentum to 0.9, or turn nesterov off/],
  [
    'SGD',
    { nesterov: true, momentum: 0.9, dampening: 0.1 },
    /dampening of 0: set dampening to 0, or turn nesterov off/,
  ],
  ['Adam', { beta1: 1 }, /beta1 must be at least 0 and below 1, not 1/],
  ['Adam', { beta2: -0.1 }, /beta2 must be at least 0 and below 1/],
  ['Adam', { eps: -1e-8 }, /eps must be at least 0/],
  ['RMSprop', { alpha: -1 }, /alpha must be at least 0/],
  ['Adagrad', { lr_decay: -1 }, /lr_decay must be at least 0/],
  ['Adagrad', { initial_accumulator_value: -1 }, /initial_accumulator_value must be at least 0/],
  ['Adadelta', { rho: 1.1 }, /rho must be at least 0 and at most 1/],
  ['Rprop', { etaminus: 1 }, /etaminus must be above 0 and below 1/],
  ['Rprop', { etaplus: 1 }, /etaplus must be above 1/],
])('%s refuses %o', (optimizer, given, message) => {
  expect(() => resolve(optimizer, given)).toThrow(HyperparameterError)
  expect(() => resolve(optimizer, given)).toThrow(message)
})

test.each<[string, Hyperparameters]>([
  ['SGD', { nesterov: true, momentum: 0.9 }],
  ['SGD', { lr: 0, momentum: 1.5, dampening: 2 }],
  ['Adam', { beta1: 0, beta2: 0, eps: 0 }],
  ['Adadelta', { rho: 1 }],
  ['ASGD', { alpha: -1, lambd: -1 }],
])('%s takes %o, as in PyTorch', (optimizer, given) => {
  expect(resolve(optimizer, given)).toMatchObject(given)
})

const declared = [...optimizers.values()].flatMap((rule) =>
  Object.entries(rule.hyperparameters).map(([name, value]) => [rule.name, name, value] as const),
)

test.each(declared)("%s's %s has a help text, a default in bounds and a slider in bounds", (optimizer, name, value) => {
  const kind = hyperparameterKind(name, optimizer)
  expect(kind.help).not.toBe('')
  if (typeof value !== 'number') return
  expect(isWithin(value, kind.valid)).toBe(true)
  const [low, high] = kind.range
  expect(low).toBeLessThan(high)
  for (const end of kind.range) expect(isWithin(end, kind.valid)).toBe(true)
  if (kind.scale === 'log') expect(low).toBeGreaterThan(0)
})
