/** Typed optimizers: one text declares everything. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExpressionError } from '../../src/expression'
import { kindOf } from '../../src/optimizers/hyperparameters'
import { ruleText } from '../../src/optimizers/rule-text'
import { parseRule } from '../../src/optimizers/text'
import { optimizers } from '../../src/registry'
import { bowl, walk } from './fixtures'

const heavyBall = `# A heavy ball
# with a slope of its own.
param lr = 0.05 from 0.001 to 1
param beta = 0.9   # kept
param plain = false
state m = 0
state home = theta
state least = lr / 2

m = beta m + (1 - beta) g
theta = theta - lr if(plain, g, m)
least = min(least, norm(g))`

test('params, states, equations and a summary are read', () => {
  expect(parseRule('Mine', heavyBall)).toMatchObject({
    name: 'Mine',
    summary: 'A heavy ball with a slope of its own.',
    hyperparameters: { lr: 0.05, beta: 0.9, plain: false },
    state: { m: 0, home: 'theta', least: 'lr / 2' },
    equations: 'm = beta m + (1 - beta) g\ntheta = theta - lr if(plain, g, m)\nleast = min(least, norm(g))',
  })
})

test('it walks like a rule of the gallery', () => {
  const { points, stateNames } = walk(bowl(1, 1), parseRule('Mine', heavyBall), { start: [1, 2], steps: 2 })
  expect(stateNames).toEqual(['m', 'least'])
  expect(points[1]![0]).toBeCloseTo(1 - 0.05 * 0.1, 15)
  expect(points[2]![0]).toBeCloseTo(0.995 - 0.05 * (0.09 + 0.0995), 15)
})

test('lines may be split by `;`, names may be Greek, signs and blanks do not matter', () => {
  const rule = parseRule('Mine', 'param λ = -1e-1; state μ=-2 ;; μ = μ + g; θ = θ + λ μ')
  expect(rule).toMatchObject({
    hyperparameters: { lambda: -0.1 },
    state: { mu: '-2' },
    equations: 'μ = μ + g\nθ = θ + λ μ',
  })
})

test('a state may be told to be an average of her way, which is drawn', () => {
  const polyak =
    'param lr = 0.1\nstate x = theta\naverage x # of Polyak and Ruppert\ntheta = theta - lr g\nx = x + (theta - x) / t'
  const rule = parseRule('Mine', polyak)
  expect(rule.average).toBe('x')
  expect(parseRule('Mine', ruleText(rule))).toEqual(rule)
  expect(parseRule('Mine', heavyBall)).not.toHaveProperty('average')
})

test.each([...optimizers.values()].flatMap((rule) => ('average' in rule ? [rule] : [])))(
  'a typed copy of $name keeps its average',
  (rule) => {
    expect(parseRule('Mine', ruleText(rule)).average).toBe(rule.average)
  },
)

test('`state`, `param` and `average` may be names too', () => {
  expect(parseRule('Mine', 'average = 0.1\ntheta = theta - average g').average).toBeUndefined()
  expect(parseRule('Mine', 'state = g\nparam = 0.1\ntheta = theta - param state').hyperparameters).toEqual({})
})

describe('sliders', () => {
  const kind = (declaration: string) => {
    const rule = parseRule('Mine', `${declaration}\ntheta = theta - g`)
    return kindOf(rule, Object.keys(rule.hyperparameters)[0]!)
  }
  test.each([
    ['param a = 0.5 from 0.25 to 2', [0.25, 2], 'linear'],
    ['param a = 0.5 from 0.001 to 2', [0.001, 2], 'log'],
    ['param a = 0.5 from -1 to 2', [-1, 2], 'linear'],
    ['param a = 3', [0, 6], 'linear'],
    ['param a = -3', [-6, 0], 'linear'],
    ['param a = 0', [-1, 1], 'linear'],
    ['param lr = 0.1', [1e-5, 10], 'log'],
    ['param lr = 200', [0, 400], 'linear'],
  ])('%s', (declaration, range, scale) => {
    expect(kind(declaration)).toMatchObject({ range, scale })
  })

  test('any value is valid: nobody knows what a typed param means', () => {
    const { valid } = kind('param beta1 = 5')
    expect(valid).toEqual({ min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY })
  })
})

/** The text, the message, and what it marks. */
const refusals: [string, RegExp, string][] = [
  ['theta = theta - lr g', /unknown name `lr`/, 'lr'],
  ['param lr = 0.1\ntheta = theta - lr * sine(g)', /unknown function `sine`/, 'sine'],
  ['theta = thet - g', /unknown name `thet`: did you mean `theta`/, 'thet'],
  ['theta = theta - rate g', /unknown name `rate`/, 'rate'],
  ['param lr = 0.1\ntheta = theta - lrg', /unknown name `lrg`/, 'lrg'],
  ['param lr\ntheta = theta - g', /the line ends too early: it needs `=` and a value: `param lr = 0`/, ''],
  ['param lr 0.1\ntheta = theta - g', /`0.1` cannot stand here: `=` and a value/, '0.1'],
  ['param lr =\ntheta = theta - g', /needs a number: write `param lr = 0.1 from 0.001 to 1`/, ''],
  ['param lr = fast\ntheta = theta - g', /`fast` is not a number/, 'fast'],
  ['param lr = 0.1 t\ntheta = theta - g', /`t` cannot stand here: write `param/, 't'],
  ['param lr = 0.1 from 1 to 0.5\ntheta = theta - g', /the slider has no length: from 1 to 0.5/, 'from'],
  ['param lr = 0.1 from 1\ntheta = theta - g', /the line ends too early/, ''],
  ['param flag = true from 0 to 1\ntheta = theta - g', /`from` cannot stand here/, 'from'],
  ['state m\nm = g\ntheta = theta - m', /needs `=` and a value: `state m = 0`/, ''],
  ['state m = \nm = g\ntheta = theta - m', /needs a number or a formula: `state m = 0`/, ''],
  ['state m = g\ntheta = theta - m', /unknown name `g`/, 'g'],
  ['param a = 1\nstate m = 2 + b\ntheta = theta - m', /unknown name `b`/, 'b'],
  ['param a = 1\nstate a = 0\ntheta = theta - a', /`a` is declared twice/, 'a'],
  ['state g = 0\ntheta = theta - g', /`g` has a meaning already/, 'g'],
  ['param sin = 0\ntheta = theta - g', /`sin` has a meaning already/, 'sin'],
  ['param pi = 0\ntheta = theta - g', /`pi` has a meaning already/, 'pi'],
  ['param lr = 1\nlr = lr / 2\ntheta = theta - lr g', /`lr` is a param.*declare it as a state/, 'lr = lr / 2'],
  ['t = 2\ntheta = theta - g', /`t` is given and cannot be assigned/, 't = 2'],
  ['param lr = 1\nm = g', /no line moves the climber: end with `theta = theta - …`/, 'm = g'],
  ['param lr = 1', /there are no equations yet/, ''],
  ['', /there are no equations yet/, ''],
  ['average x\ntheta = theta - g', /`x` is no state: declare it, `state x = theta`/, 'x'],
  ['state a = 0\nstate b = 0\naverage a\naverage b\ntheta = theta - g', /one average is drawn/, 'b'],
  ['state a = 0\naverage a b\ntheta = theta - g', /`b` cannot stand here: write `average a`/, 'b'],
  ['average\ntheta = theta - g', /needs the name of a state/, ''],
  ['theta = theta - g # é\n$', /`\$` means nothing/, '$'],
]

test.each(refusals)('%j is refused where it is wrong', (text, message, marked) => {
  const error = refusalOf(text)
  expect(error).toBeInstanceOf(ExpressionError)
  expect(error.message).toMatch(message)
  expect(text.slice(error.position, error.position + error.length)).toBe(marked)
})

test('limits', () => {
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n')
  expect(refusalOf(`${many(17, (i) => `state s${i}_ = 0`)}\ntheta = theta - g`).message).toMatch(
    /at most 16 lines `state …`/,
  )
  expect(refusalOf(`${many(33, (i) => `param p${i}_ = 0`)}\ntheta = theta - g`).message).toMatch(
    /at most 32 lines `param …`/,
  )
  expect(refusalOf(`theta = g ${' '.repeat(2000)}`).message).toMatch(/too long: at most 2000 characters/)
})

test('any text is read or refused with a place in it', () => {
  const words = [
    'param',
    'state',
    'a',
    'lr',
    '=',
    '0.1',
    'theta',
    'g',
    '-',
    '#',
    ';',
    '\n',
    'from',
    'to',
    'true',
    '(',
    'θ',
  ]
  const anyText = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      try {
        parseRule('Mine', text)
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError)
        const { position, length } = error as ExpressionError
        expect(position).toBeGreaterThanOrEqual(0)
        expect(position + length).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 500 },
  )
})

test('what is printed reads back as the same rule', () => {
  const rule = parseRule('Mine', heavyBall)
  expect(parseRule('Mine', ruleText(rule))).toEqual(rule)
  expect(ruleText(rule, { lr: 0.25 })).toContain('param lr = 0.25 from 0.001 to 1\n')
  expect(ruleText(rule, { lr: '0.1 / t', plain: true })).toMatch(/param lr = 0.05 .*\n.*\nparam plain = true\n/)
})

function refusalOf(text: string): ExpressionError {
  try {
    parseRule('Mine', text)
  } catch (error) {
    return error as ExpressionError
  }
  throw new Error(`${text} was accepted`)
}
