import { renderToString } from 'katex'
import { describe, expect, it } from 'vitest'
import { parse, parseEquations } from '../../../src/expression'
import { callables, definitionOf } from '../../../src/expression/functions'
import { assignmentTex, graphTex, statementsTex } from '../../../src/expression/print/tex'
import { surfaces } from '../../../src/registry'

const parameters = ['a', 'b', 'beta1', 'm_hat', 'v_max', 'lr', 'weight_decay', 'A', 'lambd']
const inputs = ['x', 'y']

const tex = (text: string) => statementsTex(parse(text, { inputs, parameters }).statements)

/** Throws where KaTeX cannot read the TeX. */
const typeset = (source: string) => renderToString(source, { strict: 'error', throwOnError: true })

describe('astTex', () => {
  it.each([
    // Fractions, roots and powers.
    ['x/y', '\\frac{x}{y}'],
    ['(x + 1)/(y - 1)', '\\frac{x + 1}{y - 1}'],
    ['1/2x', '\\frac{1}{2} x'],
    ['sqrt(x + y)', '\\sqrt{x + y}'],
    ['cbrt(x)', '\\sqrt[3]{x}'],
    ['x^2 + y^2', 'x^{2} + y^{2}'],
    ['(x + y)^2', '\\left(x + y\\right)^{2}'],
    ['(x/y)^2', '\\left(\\frac{x}{y}\\right)^{2}'],
    ['(-x)^2', '\\left(-x\\right)^{2}'],
    ['-x^2', '-x^{2}'],
    ['(x^2)^3', '\\left(x^{2}\\right)^{3}'],
    ['x^y^2', 'x^{y^{2}}'],
    ['2^-x', '2^{-x}'],
    // Functions.
    ['sin x', '\\sin x'],
    ['sin(2x)', '\\sin\\left(2 x\\right)'],
    ['sin^2 x', '\\sin^{2} x'],
    ['sin(x)^2', '\\sin^{2} x'],
    ['sin(x) cos(y)', '\\sin x \\cos y'],
    ['ln x', '\\ln x'],
    ['exp(-x^2)', 'e^{-x^{2}}'],
    ['|x - y|', '\\left| x - y \\right|'],
    ['floor(x)', '\\left\\lfloor x \\right\\rfloor'],
    ['max(x, y, 3)', '\\max\\left(x, y, 3\\right)'],
    ['if(x > 0, x, -y)', '\\begin{cases} x & \\text{if } x > 0 \\\\ -y & \\text{otherwise} \\end{cases}'],
    [
      'if(x > 0, 1, if(x < 0, 2, 3))',
      '\\begin{cases} 1 & \\text{if } x > 0 \\\\ 2 & \\text{if } x < 0 \\\\ 3 & \\text{otherwise} \\end{cases}',
    ],
    // Products side by side, unless that reads as something else.
    ['2x y', '2 x y'],
    ['x 2', 'x \\cdot 2'],
    ['2*3', '2 \\cdot 3'],
    ['sin(x) y', '\\sin x \\cdot y'],
    ['x (y + 1)', 'x \\left(y + 1\\right)'],
    ['x*(-y)', 'x \\left(-y\\right)'],
    ['x - (y - 1)', 'x - \\left(y - 1\\right)'],
    ['x - (y + 1) - 2', 'x - \\left(y + 1\\right) - 2'],
    ['-(x + y)', '-\\left(x + y\\right)'],
    ['x + (-y)', 'x + \\left(-y\\right)'],
    ['x - (-y)', 'x - \\left(-y\\right)'],
    ['-(-x)', '-\\left(-x\\right)'],
    ['-x y', '-x y'],
    // Names.
    ['beta1 x', '\\beta_{1} x'],
    ['m_hat', '\\hat{m}'],
    ['v_max', 'v_{\\max}'],
    ['weight_decay x', '\\mathrm{weight\\_decay} \\, x'],
    ['lr x', '\\mathrm{lr} \\, x'],
    ['lambd', '\\lambda'],
    ['2 pi x', '2 \\pi x'],
    ['1e-3 x', '10^{-3} x'],
    ['2.5e-3 x', '2.5 \\cdot 10^{-3} x'],
    ['1e-3^x', '\\left(10^{-3}\\right)^{x}'],
    // Definitions are lines.
    ['r = x^2; r + y', '\\begin{aligned} r &= x^{2} \\\\ f &= r + y \\end{aligned}'],
  ])('%s', (text, expected) => {
    expect(tex(text)).toBe(expected)
    typeset(expected)
  })

  it('writes what reaches across coordinates', () => {
    const { lines } = parseEquations('theta = theta - norm(g) dot(g, theta) / norm1(g)', { inputs: ['theta', 'g'] })
    const source = assignmentTex('theta', lines[0]!.statement.value, true)
    expect(source).toBe(
      '\\theta \\leftarrow \\theta - \\frac{\\lVert g \\rVert_2 \\langle g , \\theta \\rangle}{\\lVert g \\rVert_1}',
    )
    typeset(source)
  })

  it.each([...new Set(callables.keys())])('%s can be typeset', (name) => {
    const args = ['x', 'y', '2'].slice(0, definitionOf(callables.get(name)!)!.arity)
    typeset(tex(`${name}(${args.join(', ')})`))
  })
})

describe('every surface of the gallery', () => {
  it.each([...surfaces.values()])('$name', ({ formula, parameters: values = {} }) => {
    const parsed = parse(formula, { inputs, parameters: Object.keys(values) })
    typeset(statementsTex(parsed.statements))
    typeset(graphTex(parsed.graph, parsed.output))
  })
})
