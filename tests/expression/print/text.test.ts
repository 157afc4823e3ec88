import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  ExpressionError,
  Graph,
  gradient,
  hessian,
  limits,
  type NodeId,
  parse,
  parseEquations,
} from '../../../src/expression'
import type { Ast } from '../../../src/expression/ast'
import { printAst, printText } from '../../../src/expression/print/text'
import { interpret } from '../../../src/kernels/interpret'
import { stepInputs } from '../../../src/optimizers/compile'
import { isMethod } from '../../../src/optimizers/optimizer'
import { optimizers, surfaces } from '../../../src/registry'

const inputs = ['x', 'y']
const parameters = ['a', 'beta1', 'u1']

/** Undefined where a formula is too large or nested too deeply. */
function parsed(text: string) {
  try {
    return parse(text, { inputs, parameters })
  } catch (error) {
    if (error instanceof ExpressionError) return undefined
    throw error
  }
}

/** Parses what was printed into the same graph: there the same expression is the same node. */
function expectSameNode(graph: Graph, node: NodeId): string {
  const text = printText(graph, node)
  expect(text.length).toBeLessThanOrEqual(limits.printed)
  expect(parse(text, { inputs, parameters, graph, characters: limits.printed }).output, text).toBe(node)
  return text
}

/** What was understood, without where it stood and how it was spelled: |x| is abs(x). */
const shape = (ast: Ast): unknown =>
  JSON.parse(JSON.stringify(ast), (key, value) => {
    if (key === 'span' || key === 'text') return undefined
    return value?.kind === 'abs' ? { kind: 'call', fn: 'abs', args: [value.of] } : value
  })

const printed = (text: string) => {
  const { graph, output } = parse(text, { inputs, parameters })
  return expectSameNode(graph, output)
}

describe('printText', () => {
  it.each([
    ['x^2+y^2', 'x^2 + y^2'],
    ['x-(y-a)', 'x - (y - a)'],
    ['x-y-a', 'x - y - a'],
    ['x/(y*a)', 'x/(y*a)'],
    ['(x^y)^a', '(x^y)^a'],
    ['x^y^a', 'x^y^a'],
    ['(-x)^2', '(-x)^2'],
    ['-(x^2)', '-x^2'],
    ['(-2)^x', '(-2)^x'],
    ['2^-x', '2^-x'],
    ['|x|', 'abs(x)'],
    ['min(x, y, 3)', 'min(x, y, 3)'],
    ['if(x >= 1, y, 0)', 'if(x >= 1, y, 0)'],
    ['(x < y) + 1', '(x < y) + 1'],
    ['0.1 + 0.2 + x', '0.30000000000000004 + x'],
    ['1e400 x', '1e999*x'],
    ['(0/0) x', '0/0*x'],
  ])('%s', (text, expected) => {
    expect(printed(text)).toBe(expected)
  })

  it('names what is used more than once', () => {
    expect(printed('sqrt(x^2 + y^2) + sin(sqrt(x^2 + y^2))')).toBe('u1 = sqrt(x^2 + y^2)\nu1 + sin(u1)')
  })

  it('takes no name that is taken', () => {
    expect(printed('sqrt(x^2 + u1) + sin(sqrt(x^2 + u1))')).toBe('u2 = sqrt(x^2 + u1)\nu2 + sin(u2)')
  })

  it('is in proportion to the graph', () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `r${i + 1} = r${i} sin(r${i} + 1)`)
    expect(printed(['r0 = x + y', ...doubled].join('\n')).length).toBeLessThan(2000)
  })

  it('nests no deeper than the parser goes', () => {
    const graph = new Graph()
    let node = graph.input('x')
    for (let i = 0; i < 200; i++) node = graph.apply('sin', node)
    expectSameNode(graph, node)
  })

  it.each(['asin(x)', 'sinc(x)', 'acos(x y)', 'sinc(x^2 - y)'])(
    'spells out the helpers of derivatives of %s',
    (text) => {
      const { graph, output } = parse(text, { inputs })
      const wrt = inputs.map((name) => graph.input(name))
      const derivatives = [...gradient(graph, output, wrt), ...hessian(graph, output, wrt).flat()]
      const again = derivatives.map(
        (node) => parse(printText(graph, node), { inputs, graph, characters: limits.printed }).output,
      )
      const points = [-1e9, -30, -2.5, -2, -1, -0.3, -1e-9, -0, 0, 1e-300, 0.7, 1, 1.9999, 2, 1e5, Number.NaN]
      const columns = [points, points.toReversed()].map((column) => Float64Array.from(column))
      const values = [derivatives, again].map((nodes) => {
        const out = nodes.map(() => new Float64Array(points.length))
        interpret(graph, nodes, inputs).run(columns, out, points.length)
        return out
      })
      expect(values[1]).toEqual(values[0])
    },
  )

  it.each([
    ['log', 'ln(x) + log', 'ln(x) + log'],
    ['asin', 'arcsin(x) asin', 'arcsin(x)*asin'],
    ['abs', '| |x| - abs | abs', '|(|(x)| - abs)|*abs'],
    ['log', '1 + ln(x)', '1 + ln(x)'],
  ])('where %s is a parameter, %s', (name, text, expected) => {
    const options = { inputs, parameters: [name] }
    const { graph, output } = parse(text, options)
    expect(printText(graph, output)).toBe(expected)
    expect(parse(expected, { ...options, graph }).output).toBe(output)
  })

  it('refuses what inputs leave no name for', () => {
    const { graph, output } = parse('sin(x)', { inputs, parameters: ['cos'] })
    const [slope] = gradient(graph, output, [graph.input('x')])
    expect(() => printText(graph, slope!)).toThrow(RangeError)
  })

  describe('formulas as long as they may be', () => {
    /** `term(1)`, `term(2)`, … one after another, as many as the limits allow. */
    const full = (term: (i: number) => string, first = '') => {
      let text = `${first}x`
      for (let i = 1; ; i++) {
        const next = `${text}${term(i)}`
        if (parsed(next) === undefined) return text
        text = next
      }
    }

    it.each([
      ['fractions', full((i) => `+y^(1/${2 * i + 1})`)],
      ['products without signs', full((i) => `+xy${'x'.repeat(i % 7)}a`)],
      ['roots of roots', full((i) => `+√(x+${i})`)],
      ['a short name for a sum', full((i) => `+r^${i}`, 'r=x+y\n')],
      ['functions without parentheses', full((i) => `+sin ${i}x`)],
      ['bars', full((i) => `-|x-${i}|`)],
      ['typographic powers', full((i) => `+${i}x²`)],
    ])('%s', (_, text) => {
      expect(text.length).toBeGreaterThan(800)
      printed(text)
    })

    it('may print longer than anybody may type', () => {
      expect(printed(full((i) => `+y^(1/${2 * i + 1})`)).length).toBeGreaterThan(limits.characters)
    })
  })

  it.each([...surfaces.values()])('$name', ({ formula, parameters: values = {} }) => {
    const parsed = parse(formula, { inputs, parameters: Object.keys(values) })
    const names = Object.keys(values)
    const again = (node: NodeId) =>
      parse(printText(parsed.graph, node), { inputs, parameters: names, graph: parsed.graph }).output
    expect(again(parsed.output)).toBe(parsed.output)
    for (const slope of gradient(
      parsed.graph,
      parsed.output,
      inputs.map((name) => parsed.graph.input(name)),
    )) {
      expect(again(slope)).toBe(slope)
    }
  })
})

const rules = [...optimizers.values()].flatMap((optimizer) => (isMethod(optimizer) ? [] : [optimizer]))

test.each(rules)('the equations of $name read the same when printed', (rule) => {
  const names = [...stepInputs, 'T', ...Object.keys(rule.state), ...Object.keys(rule.hyperparameters)]
  for (const { name, statement } of parseEquations(rule.equations, { inputs: names }).lines) {
    names.push(name)
    const [again] = parseEquations(`${name} = ${printAst(statement.value)}`, { inputs: names }).lines
    expect(shape(again!.statement.value)).toEqual(shape(statement.value))
  }
})

const leaf = fc.oneof(
  fc.constantFrom('x', 'y', 'a', 'beta1', 'pi'),
  fc.double({ min: 0, noDefaultInfinity: true, noNaN: true }).map(String),
)
const operator = fc.constantFrom('+', '-', '*', '/', '^', ' ')
const comparison = fc.constantFrom('<', '<=', '==', '>', '>=', '!=')
const unary = fc.constantFrom('sin', 'exp', 'ln', 'sqrt', 'abs', 'tanh', 'floor', 'arctan')
const { formula } = fc.letrec<{ formula: string }>((tie) => {
  const part = tie('formula')
  return {
    formula: fc.oneof(
      { maxDepth: 6, depthSize: 'medium' },
      leaf,
      fc.tuple(part, operator, part).map(([l, op, r]) => `(${l})${op}(${r})`),
      part.map((a) => `(-(${a}))`),
      part.map((a) => `|(${a})|`),
      fc.tuple(unary, part).map(([fn, a]) => `${fn}(${a})`),
      fc.tuple(fc.constantFrom('max', 'min', 'hypot', 'atan2'), part, part).map(([fn, a, b]) => `${fn}(${a}, ${b})`),
      fc
        .tuple(part, comparison, part, part, part)
        .map(([l, op, r, a, b]) => `if((${l}) ${op} (${r}), ${a}, ((${l}) ${op} (${b})))`),
    ),
  }
})

/** Sums of random formulas, as long as they may be. */
const longFormula = fc.array(formula, { minLength: 1, maxLength: 12 }).map((parts) => {
  let text = ''
  for (const part of parts) {
    const longer = text === '' ? part : `${text}+(${part})`
    if (longer.length <= limits.characters) text = longer
  }
  return text
})

test('random long formulas come back node for node', () => {
  fc.assert(
    fc.property(longFormula, (text) => {
      const formula = parsed(text)
      fc.pre(formula !== undefined)
      expectSameNode(formula!.graph, formula!.output)
    }),
    { numRuns: 200 },
  )
})

test('random formulas come back node for node', () => {
  fc.assert(
    fc.property(formula, (text) => {
      fc.pre(text.length <= 1000)
      const { graph, output } = parse(text, { inputs, parameters })
      expectSameNode(graph, output)
    }),
    { numRuns: 500 },
  )
})

test('random formulas are understood the same when printed as typed', () => {
  fc.assert(
    fc.property(formula, (text) => {
      fc.pre(text.length <= 500)
      const [line] = parse(text, { inputs, parameters }).statements
      const again = parse(printAst(line!.value), { inputs, parameters }).statements[0]!
      expect(shape(again.value)).toEqual(shape(line!.value))
    }),
    { numRuns: 500 },
  )
})
