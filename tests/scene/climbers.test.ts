/** What a climber's entry in a scene may say beyond an optimizer's name: equations, schedules, wrappers, noise. */
import { describe, expect, test } from 'vitest'
import { findOptimizer } from '../../src/optimizers/find'
import { optimizers } from '../../src/registry'
import { limits } from '../../src/scene/limits'
import { parseScene } from '../../src/scene/parse'
import { resolveScene } from '../../src/scene/resolve'
import { documentOf } from '../../src/scene/serialize'
import { decodeHash, encodeHash } from '../../src/scene/share'
import { simulate } from '../../src/simulation/simulate'
import { createSurface } from '../../src/surfaces/create'

const equations = 'param rate = 0.1\nstate m = 0\nm = 0.5 m + g\ntheta = theta - rate m'
const mine = { optimizer: { name: 'Mine', equations }, start: [1, 2] }
const sgd = { optimizer: 'SGD', start: [1, 2] }

const parse = (...runs: readonly unknown[]) => parseScene({ version: 1, surface: 'sphere', steps: 40, seed: 9, runs })
const resolve = (...runs: readonly unknown[]) => resolveScene(parse(...runs).scene).runs

function walk(run: unknown) {
  const { surface, runs } = resolveScene(parse(run).scene)
  const [resolved] = runs
  if (!surface.ok || resolved === undefined || !resolved.ok) throw new Error(JSON.stringify(resolved))
  const optimizer = findOptimizer(resolved.spec, optimizers)!
  return simulate(createSurface(surface.spec), optimizer, resolved.spec)
}

describe('a typed optimizer', () => {
  test('is one run among others, and its spec is all that a worker needs', () => {
    const [first, second] = resolve(mine, sgd)
    expect(first).toMatchObject({ ok: true, spec: { optimizer: 'Mine', equations, hyperparameters: { rate: 0.1 } } })
    expect(second).toMatchObject({ ok: true, spec: { optimizer: 'SGD' } })
    expect(second!.ok && 'equations' in second!.spec).toBe(false)
    expect(walk(mine).theta).toEqual(walk({ ...sgd, hyperparameters: { lr: 0.1, momentum: 0.5 } }).theta)
  })

  test('may bear the name of another, and takes hyperparameters of its own', () => {
    const adam = { optimizer: { name: 'Adam', equations }, start: [1, 2], hyperparameters: { rate: 0.25 } }
    expect(resolve(adam)).toMatchObject([{ ok: true, spec: { optimizer: 'Adam', hyperparameters: { rate: 0.25 } } }])
    expect(walk(adam).stateNames).toEqual(['m'])
  })

  test('that cannot be read is that run’s own problem, with its place in the text', () => {
    const broken = { ...mine, optimizer: { name: 'Mine', equations: 'theta = theta - sine(g)' } }
    expect(resolve(broken, mine)).toMatchObject([
      { ok: false, problem: { path: 'runs[0].optimizer.equations', position: 16, length: 4 } },
      { ok: true },
    ])
  })

  test.each([
    ['without equations', { name: 'Mine' }, 'runs[0].optimizer.equations: is missing'],
    ['without a name', { equations }, 'runs[0].optimizer.name: is missing'],
    ['of a number', 5, 'runs[0].optimizer: must be the name of an optimizer'],
    [
      'too long',
      { name: 'Mine', equations: 'x'.repeat(limits.formulaLength + 1) },
      'runs[0].optimizer.equations: must be',
    ],
  ])('%s is dropped alone', (_, optimizer, message) => {
    const { scene, problems } = parse({ ...mine, optimizer }, sgd)
    expect(scene.runs.map((run) => run.optimizer)).toEqual(['SGD'])
    expect(problems.map(({ path, message }) => `${path}: ${message}`)[0]).toContain(message)
  })
})

describe('schedules', () => {
  test('stand in the place of a number', () => {
    const scheduled = { ...sgd, hyperparameters: { lr: '0.1 * 0.9^t' } }
    expect(resolve(scheduled)).toMatchObject([{ ok: true, spec: { hyperparameters: { lr: '0.1 * 0.9^t' } } }])
    expect(walk(scheduled).theta[2]).toBeCloseTo(1 - 0.09 * 2, 14)
  })

  test('are checked over the run, and located', () => {
    expect(resolve({ ...sgd, hyperparameters: { lr: '0.1 * speed' } })).toMatchObject([
      { ok: false, problem: { path: 'runs[0].hyperparameters.lr', position: 6, length: 5 } },
    ])
    expect(resolve({ ...sgd, hyperparameters: { lr: '0.3 - 0.01 t' } })).toMatchObject([
      { ok: false, problem: { message: expect.stringContaining('at step 31') } },
    ])
  })
})

describe('wrappers', () => {
  test('bring their hyperparameters', () => {
    const run = { ...sgd, wrappers: ['Lookahead'], hyperparameters: { lookahead_k: 3 } }
    expect(resolve(run)).toMatchObject([
      { ok: true, spec: { wrappers: ['Lookahead'], hyperparameters: { lookahead_k: 3, lookahead_alpha: 0.5 } } },
    ])
    expect(walk({ ...mine, wrappers: ['SAM', 'Lookahead'] }).evaluations.gradient).toBe(81)
  })

  test.each([
    [{ ...sgd, wrappers: ['Lookback'] }, 'unknown wrapper `Lookback`: there are Lookahead, SAM'],
    [{ ...sgd, optimizer: 'Newton', wrappers: ['SAM'] }, 'Newton is a method and cannot be wrapped: remove SAM'],
  ])('%o is refused', (run, message) => {
    expect(resolve(run, sgd)).toMatchObject([
      { ok: false, problem: { path: 'runs[0].wrappers', message } },
      { ok: true },
    ])
  })
})

describe('noise', () => {
  test('is determined by the scene’s seed and the climber’s', () => {
    const noisy = { ...sgd, noise: { kind: 'gaussian', scale: 0.5 } }
    expect(resolve(noisy, { ...noisy, seed: 3 })).toMatchObject([
      { ok: true, spec: { seed: 9, noise: noisy.noise } },
      { ok: true, spec: { seed: 12 } },
    ])
    expect(walk(noisy)).toEqual(walk(noisy))
    expect(walk({ ...noisy, seed: 3 }).theta).not.toEqual(walk(noisy).theta)
  })

  test('that makes no sense is left out, and the run lives', () => {
    for (const noise of [{ kind: 'pink', scale: 1 }, { kind: 'gaussian', scale: -1 }, 'loud', { scale: 1 }]) {
      const { scene, problems } = parse({ ...sgd, noise })
      expect(scene.runs).toHaveLength(1)
      expect(scene.runs[0]!.noise).toBeUndefined()
      expect(problems[0]!.path).toMatch(/^runs\[0\]\.noise/)
    }
  })
})

test('all of it is written as it was read, and goes through a link that people can read', () => {
  const everything = {
    optimizer: { name: 'Mine', equations: 'param rate = 0.1; theta = theta - rate g' },
    wrappers: ['SAM', 'Lookahead'],
    start: [1, 2],
    hyperparameters: { rate: '0.1 / t', sam_rho: 0.1 },
    noise: { kind: 'student-t', scale: 0.5, df: 2 },
    seed: 4,
  }
  const { scene, problems } = parse(everything)
  expect(problems).toEqual([])
  expect(documentOf(scene).runs).toEqual([everything])
  const hash = encodeHash(scene)
  expect(hash).toContain('optimizer=Mine&equations=param%20rate')
  expect(hash).toContain('&wrappers=SAM,Lookahead&')
  expect(hash).toContain('&noise=student-t,0.5,2&seed=4&')
  expect(decodeHash(hash)).toMatchObject({ scene, problems: [] })
})
