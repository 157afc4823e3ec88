import { describe, expect, test } from 'vitest'
import { findOptimizer } from '../../src/optimizers/find'
import { isMethod } from '../../src/optimizers/optimizer'
import { optimizers } from '../../src/registry'
import { limits } from '../../src/scene/limits'
import { resolveRun } from '../../src/scene/resolve'
import { opened, withEquations } from '../../src/scene/typed'
import type { SceneRun } from '../../src/scene/types'
import { simulate } from '../../src/simulation/simulate'
import { bowl } from '../optimizers/fixtures'

const run = (more: Partial<SceneRun> = {}): SceneRun => ({
  optimizer: 'Adam',
  start: [1, 2],
  hyperparameters: { lr: '0.1 * 0.99^t', beta1: 0.8 },
  maximize: false,
  ...more,
})

function walk(one: SceneRun) {
  const resolved = resolveRun(one, { steps: 30, seed: 1 })
  if (!resolved.ok) throw new Error(resolved.problem.message)
  return simulate(bowl(1, 4), findOptimizer(resolved.spec, optimizers)!, resolved.spec)
}

describe('opened', () => {
  test('walks as before, wrappers and all', () => {
    const wrapped = run({ wrappers: ['SAM', 'Lookahead'], name: 'Mine', noise: { kind: 'gaussian', scale: 0.1 } })
    const typed = opened(wrapped)!
    expect(typed).toMatchObject({ optimizer: 'My Lookahead(SAM(Adam))', name: 'Mine', noise: wrapped.noise })
    expect(typed.wrappers).toBeUndefined()
    expect(walk(typed).theta).toEqual(walk(wrapped).theta)
  })

  test('what she was told is what the text declares, but for schedules', () => {
    const typed = opened(run())!
    expect(typed.hyperparameters).toEqual({ lr: '0.1 * 0.99^t' })
    expect(typed.equations).toContain('param beta1 = 0.8\n')
    expect(typed.equations).toContain('param lr = 0.001\n')
  })

  test('a typed optimizer keeps its name when wrappers join its equations', () => {
    const typed = run({ optimizer: 'Mine', equations: 'theta = theta - g', hyperparameters: {}, wrappers: ['SAM'] })
    expect(opened(typed)).toMatchObject({ optimizer: 'Mine', equations: expect.stringContaining('param sam_rho') })
  })

  test('every text is short enough for a scene, even inside every wrapper', () => {
    for (const optimizer of optimizers.keys()) {
      const typed = opened(run({ optimizer, hyperparameters: {}, wrappers: ['SAM', 'Lookahead'] }))
      expect(typed?.equations?.length ?? 0, optimizer).toBeLessThanOrEqual(limits.formulaLength)
    }
  })

  test('what is open already stays as it is', () => {
    const typed = opened(run())!
    expect(opened(typed)).toBe(typed)
  })

  test('a method has no equations, and what is unknown has none either', () => {
    const method = [...optimizers.values()].find(isMethod)!
    expect(opened(run({ optimizer: method.name, hyperparameters: {} }))).toBeUndefined()
    expect(opened(run({ optimizer: 'Nobody' }))).toBeUndefined()
    expect(opened(run({ equations: 'nonsense', wrappers: ['SAM'] }))).toBeUndefined()
  })
})

describe('withEquations', () => {
  const typed = run({ optimizer: 'Mine', equations: 'param lr = 1; param flag = true; theta = theta - lr g' })

  test('values that are no longer declared go, and so do those of another kind', () => {
    const before = { ...typed, hyperparameters: { lr: '0.1 / t', momentum: 0.9, flag: true, other: 1 } }
    const text = 'param lr = 1; param other = false; param flag = 0; theta = theta - lr g'
    expect(withEquations(before, text)).toMatchObject({ equations: text, hyperparameters: { lr: '0.1 / t' } })
    expect(Object.keys(withEquations(before, text).hyperparameters)).toEqual(['lr'])
  })

  test('a value that the text states anew is the one that counts', () => {
    const before = { ...typed, hyperparameters: { lr: 0.5, flag: false } }
    const text = 'param lr = 2; param flag = true; theta = theta - lr g'
    expect(withEquations(before, text).hyperparameters).toEqual({ flag: false })
  })

  test('while it cannot be read they stay', () => {
    expect(withEquations(typed, 'param lr =')).toEqual({ ...typed, equations: 'param lr =' })
  })
})
