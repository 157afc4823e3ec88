/** What becomes of a climber whose equations somebody types. */
import { describe, expect, test } from 'vitest'
import { examples, starter } from '../../../src/app/optimizers/examples'
import { asTyped, retyped, untyped } from '../../../src/app/optimizers/retyped'
import { parseRule } from '../../../src/optimizers/text'
import * as registry from '../../../src/registry'
import type { SceneRun } from '../../../src/scene/types'
import { bowl, walk } from '../../optimizers/fixtures'

const sgd: SceneRun = { optimizer: 'SGD', start: [1, 2], hyperparameters: { lr: 0.02 }, maximize: false, seed: 3 }
const { optimizer: name, equations: text } = asTyped(sgd, registry)

describe('retyped', () => {
  test('the first change makes the optimizer her own, with the values that she had', () => {
    const changed = text.replace('lr d', 'lr sign(d)')
    expect(retyped(sgd, sgd, { name, text: changed }, registry)).toEqual({
      ...sgd,
      optimizer: 'My SGD',
      equations: changed,
      hyperparameters: {},
    })
    expect(changed).toContain('param lr = 0.02\n')
  })

  test('once everything is as it was opened she has the optimizer of the gallery again', () => {
    const typed = retyped(sgd, sgd, { name, text: `${text}\n` }, registry)
    expect(retyped(typed, sgd, { name, text }, registry)).toBe(sgd)
  })

  test('a name alone makes it her own too', () => {
    expect(retyped(sgd, sgd, { name: 'Mine', text }, registry)).toMatchObject({ optimizer: 'Mine', equations: text })
  })

  test('values that were set stay while the text says nothing else of them', () => {
    const typed = { ...sgd, optimizer: 'Mine', equations: 'param lr = 1\nparam a = 1\ntheta = theta - lr a g' }
    const more = 'param lr = 1\nparam a = 2\ntheta = theta - lr a g'
    const set = { ...typed, hyperparameters: { lr: 0.02, a: 5 } }
    expect(retyped(set, set, { name: 'Mine', text: more }, registry).hyperparameters).toEqual({ lr: 0.02 })
  })
})

describe('untyped', () => {
  const typed = { ...sgd, optimizer: 'Mine', equations: text, hyperparameters: {}, start: [5, 5] as const }

  test('gives back what she had when the text was opened, wherever she starts now', () => {
    const wrapped = { ...sgd, wrappers: ['SAM'] }
    expect(untyped(typed, wrapped, registry)).toEqual({ ...wrapped, start: [5, 5] })
    expect(untyped(typed, sgd, registry)).toEqual({ ...sgd, start: [5, 5] })
  })

  test('later only the name tells: the optimizer comes with what suits it', () => {
    const named = { ...typed, optimizer: 'My Adam' }
    expect(untyped(named, named, registry)).toMatchObject({ optimizer: 'Adam', hyperparameters: { lr: 0.05 } })
    expect(untyped(typed, typed, registry)).toBeUndefined()
    expect(untyped({ ...typed, optimizer: 'My own' }, typed, registry)).toBeUndefined()
  })

  test('an optimizer of the gallery has nothing to go back to', () => {
    expect(untyped(sgd, sgd, registry)).toBeUndefined()
  })
})

test('what has no equations opens as an empty text', () => {
  expect(asTyped({ ...sgd, optimizer: 'Newton' }, registry).equations).toBe('')
})

test.each([starter, ...examples])('the example `$name` can be read, says what it does, and walks down', (example) => {
  const rule = parseRule(example.name, example.equations)
  expect(rule.summary).toMatch(/^[A-Z].*\.$/)
  const { loss } = walk(bowl(1, 4), rule, { start: [1, 2], steps: 100 })
  expect(loss.at(-1)!).toBeLessThan(0.2 * loss[0]!)
})
