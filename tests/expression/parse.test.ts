import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExpressionError, type Graph, hessian, type NodeId, parse, reachable } from '../../src/expression'
import { callables } from '../../src/expression/functions'
import { interpret } from '../../src/kernels/interpret'

const options = { inputs: ['x', 'y'], parameters: ['a', 'b'] }

function valueAt(formula: string, x: number, y: number, a = 2, b = 3): number {
  const { graph, output } = parse(formula, options)
  const out = new Float64Array(1)
  interpret(graph, [output], ['x', 'y', 'a', 'b']).run([Float64Array.of(x), Float64Array.of(y), a, b], [out], 1)
  return out[0]!
}

/** The graph as text, so that two graphs can be compared node for node. */
const shape = (graph: Graph, id: NodeId): string =>
  graph.args(id).length === 0
    ? graph.name(id) || String(graph.value(id))
    : `${graph.op(id)}(${graph.args(id).map((arg) => shape(graph, arg))})`

const shapeOf = (formula: string) => {
  const { graph, output } = parse(formula, options)
  return shape(graph, output)
}

describe('people type', () => {
  it.each([
    ['2x', '2*x'],
    ['xy', 'x*y'],
    ['x(y)', 'x*y'],
    ['2sin x', '2*sin(x)'],
    ['sin 2x', 'sin(2*x)'],
    ['sin x cos y', 'sin(x)*cos(y)'],
    ['sin -x', 'sin(-x)'],
    ['sin^2 x', 'sin(x)^2'],
    ['xsin(y)', 'x*sin(y)'],
    ['3(x+1)(y-1)', '3*(x+1)*(y-1)'],
    ['xy^2', 'x*y^2'],
    ['1/2x', '1/2*x'],
    ['x/y/2', '(x/y)/2'],
    ['x-y-2', '(x-y)-2'],
    ['-x^2', '-(x^2)'],
    ['2^-x^2', '2^(-(x^2))'],
    ['x^y^2', 'x^(y^2)'],
    ['x**2', 'x^2'],
    ['x²+y³', 'x^2+y^3'],
    ['|x|', 'abs(x)'],
    ['|x-|y||', 'abs(x-abs(y))'],
    ['2|x|', '2*abs(x)'],
    ['x·y − 2×x ÷ y', 'x*y-2*x/y'],
    ['√(x)', 'sqrt(x)'],
    ['πx', 'pi*x'],
    ['ln x', 'log(x)'],
    ['arctan(x)', 'atan(x)'],
    ['min(x, y, 1)', 'min(min(x,y),1)'],
    ['if(x < y, x, y)', 'if(y > x, x, y)'],
    ['r = sqrt(x^2+y^2)\nr^2', 'sqrt(x^2+y^2)^2'],
    ['r = x+y; s = 2r; s^2', '(2*(x+y))^2'],
    ['f(x, y) = x + y', 'x+y'],
    ['a x^2 + b', 'a*x^2+b'],
    ['.5x + 2.5E2', '0.5*x+250'],
    ['x≤y', 'x<=y'],
  ])('%j as %j', (typed, spelled) => {
    const at = [
      [0.3, 0.7],
      [1.9, -0.4],
      [-1.2, 2.5],
    ] as const
    for (const [x, y] of at) expect(valueAt(typed, x, y)).toEqual(valueAt(spelled, x, y))
    if (!typed.includes('<')) expect(shapeOf(typed)).toBe(shapeOf(spelled))
  })

  it('every function by its name', () => {
    for (const name of callables.keys()) {
      const args = ['x', 'y', '0.5'].slice(0, 3)
      const parses = [1, 2, 3].some((count) => {
        try {
          parse(`${name}(${args.slice(0, count).join(', ')})`, options)
          return true
        } catch {
          return false
        }
      })
      expect(parses, name).toBe(true)
    }
  })
})

const refusal = (text: string): ExpressionError => {
  try {
    parse(text, options)
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
  throw new Error(`${JSON.stringify(text)} was not refused`)
}

describe('a refusal says what, where and what to do', () => {
  it.each([
    ['sine(x)', 0, 4, 'unknown function `sine`: did you mean `sin`?', 'sin'],
    ['x + cs(y)', 4, 2, 'unknown function `cs`', 'cos'],
    ['x + ', 4, 0, 'ends too early', undefined],
    ['(x + y', 0, 1, 'never closed', undefined],
    ['x + y)', 5, 1, 'closes nothing', undefined],
    ['|x', 0, 1, 'never closed', undefined],
    ['sin', 0, 3, 'needs an argument', 'sin(x)'],
    ['atan2(x)', 0, 8, 'takes 2 arguments', undefined],
    ['x # y', 2, 1, 'means nothing', undefined],
    ['x = y = 2', 6, 1, 'compare', '=='],
    ['2 3', 2, 1, 'two numbers', undefined],
    ['sin^-1 x', 0, 6, 'ambiguous', 'asin'],
    ['', 0, 0, 'empty', undefined],
    ['x\ny', 0, 1, 'only the last line', undefined],
    ['x2', 0, 2, 'unknown name', 'x^2'],
  ])('%j', (text, position, length, words, suggestion) => {
    const error = refusal(text)
    expect(error.message).toContain(words)
    expect([error.position, error.length]).toEqual([position, length])
    if (suggestion !== undefined) expect(error.suggestion).toBe(suggestion)
  })

  it('offers every unknown name as a parameter', () => {
    expect(refusal('c x + d y').unknownNames).toEqual(['c', 'd'])
  })

  it('keeps its limits', () => {
    expect(refusal('x+'.repeat(1200)).message).toContain('too long')
    expect(refusal(`${'('.repeat(70)}x${')'.repeat(70)}`).message).toContain('nested too deeply')
    expect(
      refusal(
        Array.from({ length: 300 }, (_, i) => `x+${i}.5`)
          .join('*')
          .slice(0, 1999),
      ).message,
    ).toBeTruthy()
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is just an unknown name',
    (name) => {
      expect(refusal(name).message).toContain('unknown name')
      expect(refusal(`${name}(x)`).message).toContain('unknown function')
    },
  )
})

describe('strangers', () => {
  const soup = fc
    .array(
      fc.constantFrom(
        'x',
        'y',
        'sin',
        'if',
        '(',
        ')',
        '|',
        '+',
        '-',
        '*',
        '/',
        '^',
        ',',
        '=',
        ';',
        '<',
        '2',
        '.5',
        ' ',
        'e',
      ),
    )
    .map((parts) => parts.join(''))

  it.each([
    ['any text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['a soup of tokens', soup],
  ] as const)('%s is read or refused, and nothing else is thrown', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parse(text, options)
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError)
          const { position, length } = error as ExpressionError
          expect(position).toBeGreaterThanOrEqual(0)
          expect(position + length).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the graph', () => {
  it('holds equal expressions once', () => {
    const { graph, output } = parse('sin(x+y)*sin(x+y) + sin(x+y)', options)
    expect(reachable(graph, [output]).filter((id) => graph.op(id) === 'sin')).toHaveLength(1)
  })

  it('keeps the Hessian of a 12-deep nested radical under 2,000 nodes', () => {
    const radical = Array.from({ length: 12 }).reduce<string>((inner) => `sqrt(1+x*y+${inner})`, 'x')
    const { graph, output } = parse(radical, options)
    const second = hessian(graph, output, [graph.input('x'), graph.input('y')]).flat()
    expect(reachable(graph, second).length).toBeLessThan(2000)
  })
})
