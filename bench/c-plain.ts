/** The graph as the C that one would write by hand: scalar doubles and libm, a climber after the other. */
import type { Case } from './cases'
import { printGraph, type Syntax, termsOf } from './print-graph'

const operators: Record<string, string> = {
  ...{ add: '+', sub: '-', mul: '*', div: '/' },
  ...{ lt: '<', le: '<=', gt: '>', ge: '>=', eq: '==', ne: '!=' },
}

const syntax: Syntax = {
  constant: (value) => (/^-?\d+$/.test(`${value}`) ? `${value}.0` : `${value}`),
  call(op, [a, b, c]) {
    if (op in operators) return `${a} ${operators[op]} ${b}`
    if (op === 'select') return `${a} != 0 ? ${b} : ${c}`
    if (op === 'neg') return `-${a}`
    if (op === 'min' || op === 'max') return `f${op}(${a}, ${b})`
    return `${op === 'abs' ? 'fabs' : op}(${[a, b].filter((arg) => arg !== undefined).join(', ')})`
  },
  assign: (name, value) => `const double ${name} = ${value};`,
}

/** A function that takes `count` climbers through `steps` steps, and one that fills a grid with values. */
export function plainC({ surface, rule }: Case, k: number): string {
  const { graph, nodes } = surface.landscape!
  const ground = printGraph(
    graph,
    [nodes.f, nodes.fx, nodes.fy],
    new Map([
      ['x', 'x'],
      ['y', 'y'],
    ]),
    syntax,
    's',
  )
  const value = printGraph(
    graph,
    [nodes.f],
    new Map([
      ['x', 'x'],
      ['y', 'y'],
    ]),
    syntax,
    's',
  )
  const hyperparameters = rule.parameterNames.map((name, i) => [name, syntax.constant(rule.parameters[i]!)] as const)
  // A momentum of 0 is the plain method, which nobody would write with a buffer.
  const terms = termsOf(rule.graph, rule.outputs, ['theta', 'g', 'loss', 'norm_g', 'h', ...rule.stateNames])
  const table = printGraph(
    rule.graph,
    terms,
    new Map<string | number, string>([...hyperparameters, ['t', 't']]),
    syntax,
    't',
  )
  const coordinate = (axis: 'x' | 'y', slope: string) => {
    const names = new Map<string | number, string>([
      ...hyperparameters,
      ...terms.map((id, i) => [id, `terms[t * ${terms.length} + ${i}]`] as const),
      ['theta', axis],
      ['g', slope],
      ...rule.stateNames.map((name) => [name, `${name}_${axis}`] as const),
    ])
    return printGraph(rule.graph, rule.outputs, names, syntax, axis)
  }
  const steps = { x: coordinate('x', ground.results[1]!), y: coordinate('y', ground.results[2]!) }
  const states = rule.stateNames.flatMap((name) => [`${name}_x`, `${name}_y`])
  const axes = ['x', 'y'] as const
  return `
static void walk${k}(double *xs, double *ys, int count, int steps) {
  static double terms[4096 * ${Math.max(terms.length, 1)}];
  for (int s = 0; s < steps; s++) {
    const double t = s + 1;
    ${table.lines.join('\n    ')}
    ${table.results.map((result, i) => `terms[s * ${terms.length} + ${i}] = ${result};`).join('\n    ')}
    (void)t;
  }
  for (int i = 0; i < count; i++) {
    double x = xs[i], y = ys[i]${states.map((name) => `, ${name} = 0`).join('')};
    for (int t = 0; t < steps; t++) {
      ${ground.lines.join('\n      ')}
      ${axes.flatMap((axis) => steps[axis].lines).join('\n      ')}
      ${axes
        .flatMap((axis) =>
          rule.stateNames.map((name, j) => `const double next_${name}_${axis} = ${steps[axis].results[j + 1]};`),
        )
        .join('\n      ')}
      const double next_x = ${steps.x.results[0]}, next_y = ${steps.y.results[0]};
      x = next_x; y = next_y;
      ${states.map((name) => `${name} = next_${name};`).join(' ')}
    }
    xs[i] = x; ys[i] = y;
  }
}
static void grid${k}(const double *xs, const double *ys, double *out, int size) {
  for (int j = 0; j < size; j++) for (int i = 0; i < size; i++) {
    const double x = xs[i], y = ys[j];
    ${value.lines.join('\n    ')}
    out[j * size + i] = ${value.results[0]};
  }
}
`
}
