/** The same primitives as ours, in C with four doubles a vector and fused multiply-adds: the best that this machine can do. */
import { isCondition, type PrimitiveGraph, type PrimitiveId } from '../src/expression/lowering'
import { hyperparameterInput, STEP_INPUT } from '../src/kernels/walk/step-graph'
import { termsOf } from '../src/kernels/walk/terms'
import { walkVariant } from '../src/kernels/walk/variant'
import type { Case } from './cases'

/** Vectors of doubles `V` and of bits `M`; conditions are masks. */
export const vectorPrelude = `
typedef double V __attribute__((vector_size(32)));
typedef long long M __attribute__((vector_size(32)));
static inline V splat(double a) { return (V){a, a, a, a}; }
static inline V choose(M c, V a, V b) { return (V)((c & (M)a) | (~c & (M)b)); }
static inline V vsqrt(V a) { return (V)_mm256_sqrt_pd((__m256d)a); }
static inline V vfloor(V a) { return (V)_mm256_floor_pd((__m256d)a); }
static inline V vabs(V a) { return (V)((M)a & 0x7fffffffffffffffLL); }
#define SIGN ((M)splat(-0.0))
`

const binary: Record<string, string> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  lt: '<',
  le: '<=',
  eq: '==',
  and: '&',
  or: '|',
}

function expression(graph: PrimitiveGraph, id: PrimitiveId, [a, b, c]: readonly string[]): string {
  const op = graph.op(id)
  if (op in binary) return `${a} ${binary[op]} ${b}`
  const special: Record<string, string> = {
    neg: `-${a}`,
    not: `~${a}`,
    sqrt: `vsqrt(${a})`,
    floor: `vfloor(${a})`,
    abs: `vabs(${a})`,
    min: `choose(${a} < ${b}, ${a}, ${b})`,
    max: `choose(${a} > ${b}, ${a}, ${b})`,
    select: `choose(${a}, ${b}, ${c})`,
    copySign: `(V)(((M)${a} & ~SIGN) | ((M)${b} & SIGN))`,
    odd: `-((M)${a} & 1LL)`,
    flipSign: `(V)((M)${a} ^ (((M)${b} << 62) & SIGN))`,
    power: `(V)((M)${a} << 52)`,
    exponent: `(V)(((M)${a} >> 52) | 0x4330000000000000LL) - splat(0x1p52)`,
    significand: `(V)(((M)${a} & 0xfffffffffffffLL) | 0x3ff0000000000000LL)`,
    high: `(V)((M)${a} & ~0xffffffffLL)`,
  }
  return special[op]!
}

const literal = (value: number) =>
  Number.isFinite(value) ? `splat(${value})` : value > 0 ? 'splat(INFINITY)' : 'splat(NAN)'

export function bestC({ surface, rule }: Case, k: number): string {
  const given = new Map(
    rule.parameterNames.map((name, i) => [name, rule.parameters[i] === 0 ? 'zero' : 'nonzero'] as const),
  )
  const variant = walkVariant({ landscape: surface.landscape!, rule, reach: 1e6 }, given)
  const { graph, variables } = variant
  const values = new Map(rule.parameterNames.map((name, i) => [hyperparameterInput(name), rule.parameters[i]!]))
  const roots = variables.map(({ next }) => next)
  const terms = termsOf(variant, roots)
  const table = [...terms.fixed, ...terms.timed]
  const print = (outputs: readonly PrimitiveId[], names: ReadonlyMap<PrimitiveId, string>, prefix: string) => {
    const done = new Map<PrimitiveId, string>(names)
    const lines: string[] = []
    const visit = (id: PrimitiveId): string => {
      const known = done.get(id)
      if (known !== undefined) return known
      const op = graph.op(id)
      if (op === 'constant') return literal(graph.value(id))
      if (op === 'input') {
        const name = graph.name(id)
        return name === STEP_INPUT ? 't' : values.has(name) ? literal(values.get(name)!) : name.replace('.', '_')
      }
      const args = graph.args(id).map(visit)
      const text = expression(graph, id, args)
      lines.push(`const ${isCondition(op) ? 'M' : 'V'} ${prefix}${id} = ${text};`)
      done.set(id, `${prefix}${id}`)
      return `${prefix}${id}`
    }
    const results = outputs.map(visit)
    return { lines, results }
  }
  const once = print(table, new Map(), 't')
  const names = new Map(
    table.map((id, i) => [id, `${isCondition(graph.op(id)) ? '(M)' : ''}terms[t * ${table.length} + ${i}]`] as const),
  )
  const step = print(roots, names, 'n')
  const states = variables.map(({ name }) => name.replace('.', '_'))
  // Two vectors of climbers in flight hide each other's latencies; gcc interleaves what an inner loop of two unrolls.
  return `
static void best${k}(double *xs, double *ys, int count, int steps) {
  static V terms[4096 * ${Math.max(table.length, 1)}];
  for (int s = 0; s < steps; s++) {
    const V t = splat(s + 1);
    ${once.lines.join('\n    ')}
    ${once.results.map((result, i) => `terms[s * ${table.length} + ${i}] = (V)${result};`).join('\n    ')}
    (void)t;
  }
  for (int i = 0; i < count; i += 8) {
    V ${states.map((name) => `a_${name}[2]`).join(', ')};
    for (int u = 0; u < 2; u++) {
      __builtin_memcpy(&a_x[u], xs + i + 4 * u, 32); __builtin_memcpy(&a_y[u], ys + i + 4 * u, 32);
      ${states
        .slice(2)
        .map((name) => `a_${name}[u] = splat(0);`)
        .join(' ')}
    }
    for (int t = 0; t < steps; t++) {
      #pragma GCC unroll 2
      for (int u = 0; u < 2; u++) {
        const V ${states.map((name) => `${name} = a_${name}[u]`).join(', ')};
        ${step.lines.join('\n        ')}
        ${states.map((name, j) => `a_${name}[u] = ${step.results[j]};`).join(' ')}
      }
    }
    for (int u = 0; u < 2; u++) {
      __builtin_memcpy(xs + i + 4 * u, &a_x[u], 32); __builtin_memcpy(ys + i + 4 * u, &a_y[u], 32);
    }
  }
}
`
}
