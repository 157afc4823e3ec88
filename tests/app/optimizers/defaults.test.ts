/** Whose defaults are in use: said of every optimizer, and of all of its hyperparameters. */
import { describe, expect, test } from 'vitest'
import { defaultsSource, sourceOf, sourceOfHyperparameter } from '../../../src/app/optimizers/defaults-source'
import { originOf, standingOf, valueInUse, writtenList } from '../../../src/app/optimizers/origin'
import adam from '../../../src/optimizers/adam'
import lion from '../../../src/optimizers/lion'
import newton from '../../../src/optimizers/methods/newton'
import sophia from '../../../src/optimizers/sophia'
import { parseRule } from '../../../src/optimizers/text'
import { optimizers } from '../../../src/registry'

describe('defaultsSource', () => {
  test.each([
    ['Adam', 'torch.optim.Adam'],
    ['ASGD', 'torch.optim.ASGD'],
    ['AMSGrad', 'torch.optim.Adam'],
    ['LBFGS', 'torch.optim.LBFGS'],
    ['Lion', 'its authors’ google/automl/lion'],
    ['Adan', 'sail-sg/Adan'],
    ['AdaBelief', 'adabelief-pytorch 0.2 but for rectify'],
    ['ADOPT', 'iShohei220/adopt'],
    ['QHM', 'its section 3.1 and qhoptim.QHM'],
    ['Prodigy', 'prodigyopt.Prodigy'],
    ['SGDScheduleFree', 'schedulefree.SGDScheduleFree'],
    ['Polyak', 'optax.polyak_sgd'],
    ['signSGD', 'its paper'],
    ['Sophia', 'its paper'],
    ['Newton', 'this program'],
    ['Feel', 'this program'],
  ])('%s has the defaults of %s', (name, source) => {
    expect(defaultsSource(optimizers.get(name)!)).toBe(source)
  })

  test('every reference to torch.optim is understood', () => {
    for (const optimizer of optimizers.values()) {
      const [library] = /torch\.optim\.\w+/.exec(optimizer.reference) ?? []
      if (library !== undefined) expect(defaultsSource(optimizer)).toBe(library)
    }
  })

  test('typed optimizers and wrappers have their own', () => {
    expect(sourceOf({ optimizer: 'Adam', equations: 'theta = theta - g' }, adam)).toBe('its text')
    const wrapped = { optimizer: 'Adam', wrappers: ['Lookahead'] }
    expect(sourceOfHyperparameter('lookahead_k', wrapped, adam)).toBe('the paper on Lookahead')
    expect(sourceOfHyperparameter('lr', wrapped, adam)).toBe('torch.optim.Adam')
  })
})

test.each([
  [{}, 'library', 'the default of torch.optim.Adam'],
  [{ lr: 0.001 }, 'library', 'the default of torch.optim.Adam'],
  [{ lr: 0.05 }, 'landscape', 'tuned for landscapes; the default of torch.optim.Adam is 0.001'],
  [{ lr: 0.2 }, 'own', 'set here; the default of torch.optim.Adam is 0.001'],
  [{ lr: '0.1 / t' }, 'own', 'set here; the default of torch.optim.Adam is 0.001'],
])('%j is of kind %s', (given, kind, words) => {
  expect(originOf('lr', given, adam, 'torch.optim.Adam')).toMatchObject({ kind, words })
})

test('what was set goes back to what suits landscapes, else to the default', () => {
  expect(originOf('lr', { lr: 0.2 }, adam, 'x')).toMatchObject({ resetTo: 0.05, resetWords: 'as tuned for landscapes' })
  expect(originOf('beta1', { beta1: 0.2 }, adam, 'x')).toMatchObject({ resetTo: 0.9, resetWords: 'the default of x' })
})

describe('standingOf', () => {
  test.each([
    [{}, adam, 'library', []],
    [{ lr: 0.05 }, adam, 'landscape', []],
    [{ lr: 0.05, beta1: 0.9 }, adam, 'landscape', []],
    [{ lr: 0.05, beta1: 0.5 }, adam, 'mixed', ['beta1']],
    [{ beta1: 0.5 }, adam, 'mixed', ['beta1']],
    [{ lr: 0.3 }, lion, 'mixed', ['lr']],
    [{ ...sophia.landscape }, sophia, 'landscape', []],
    [{ lr: sophia.landscape!.lr! }, sophia, 'mixed', []],
    [{}, newton, 'library', []],
    [{ variant: 'damped' }, newton, 'mixed', ['variant']],
  ])('%j stands as told', (given, rule, kind, own) => {
    expect(standingOf(given, rule)).toEqual({ kind, own })
  })
})

test('a param may be called like something that every object has', () => {
  const rule = parseRule('Mine', 'param constructor = 2\ntheta = theta - constructor g')
  expect(valueInUse('constructor', {}, rule)).toBe(2)
  expect(originOf('constructor', {}, rule, 'its text').kind).toBe('library')
  expect(standingOf({ constructor: 3 }, rule)).toEqual({ kind: 'mixed', own: ['constructor'] })
})

test('values are written for people', () => {
  expect(writtenList({ lr: 0.05, nesterov: true, variant: 'damped' })).toBe('lr 0.05, nesterov true, variant damped')
})
