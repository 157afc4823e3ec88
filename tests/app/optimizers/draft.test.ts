/** The text of an optimizer while somebody types: read, located, mended, refused. */
import { describe, expect, test } from 'vitest'
import { LONGEST_DRAFT, mended, readDraft, refusal, withDeclaration } from '../../../src/app/optimizers/draft'

const problemIn = (text: string) => {
  const draft = readDraft('Mine', text)
  if (draft.ok) throw new Error(`${text} was accepted`)
  return draft.problem
}

test('a text that can be read is a rule', () => {
  expect(readDraft('Mine', 'param lr = 0.1\ntheta = theta - lr g')).toMatchObject({
    ok: true,
    rule: { name: 'Mine', hyperparameters: { lr: 0.1 }, equations: 'theta = theta - lr g' },
  })
})

describe('a problem', () => {
  test.each([
    ['theta = theta - sine(g)', 1, 'sine'],
    ['# Words.\nparam lr = 0.1\n\ntheta = theta - lr * sine(g)\n', 4, 'sine'],
    ['param lr = 0.1\ntheta = theta - lr g\nlr = 2', 3, 'lr = 2'],
    ['param lr =\ntheta = theta - g', 1, ''],
  ])('of %j lies in line %i', (text, line, marked) => {
    const problem = problemIn(text)
    expect(problem.line).toBe(line)
    expect(text.slice(problem.position, problem.position + problem.length)).toBe(marked)
  })

  test('may come with words that mend it', () => {
    const text = 'theta = theta - sqrtt(g)'
    const problem = problemIn(text)
    expect(problem.suggestion).toBe('sqrt')
    expect(mended(text, problem, problem.suggestion!)).toBe('theta = theta - sqrt(g)')
  })

  test('names what could be declared', () => {
    const problem = problemIn('# Words.\ntheta = theta - rate g')
    expect(problem.unknownNames).toEqual(['rate'])
  })
})

describe('withDeclaration', () => {
  test.each([
    ['theta = theta - a g', 'param a = 1\ntheta = theta - a g'],
    ['# Words.\n\ntheta = theta - a g', '# Words.\n\nparam a = 1\ntheta = theta - a g'],
    ['param b = 2\n  state m = 0\nm = g', 'param b = 2\n  state m = 0\nparam a = 1\nm = g'],
  ])('%j', (text, expected) => {
    expect(withDeclaration(text, 'param a = 1')).toBe(expected)
  })
})

test('what is far too long is not even taken as a draft', () => {
  expect(refusal('x'.repeat(LONGEST_DRAFT))).toBeUndefined()
  expect(refusal('x'.repeat(LONGEST_DRAFT + 1))).toMatch(/not taken: .* at most 2000 characters/)
  expect(problemIn('x'.repeat(3000)).message).toMatch(/too long: at most 2000 characters/)
})
