import type { Graph, NodeId } from './graph'

/**
 * What update equations ask of all coordinates together: a number that they share (`norm`, `dot`), or the slope at
 * another point than the one she stands on (`gradient`). The graph reads the answer from the input named `input`.
 */
export interface Reduction {
  /** Nobody can type this name: `norm#1`. */
  readonly input: string
  /**
   * - `dot`: `args` are two nodes, multiplied and summed over the coordinates from the first on: `a0 b0`, then `+ a1 b1`.
   * - `norm`: the square root of the `dot` of its one node with itself.
   * - `gradient`: `args` is one node, whose values are the coordinates of a point; the answer is the slope there, a number
   *   for each coordinate, felt as `g` is felt (noise and `maximize` included).
   */
  readonly kind: 'dot' | 'norm' | 'gradient'
  /** They may read the inputs of earlier reductions, never of later ones. */
  readonly args: readonly NodeId[]
}

export interface ReductionFunction {
  readonly arity: number
  /** How it is typeset around its arguments, which are separated by `\cdot`. */
  readonly tex: readonly [open: string, close: string]
}

/** The functions of update equations that reach across coordinates; formulas of surfaces have none. */
export const reductionFunctions: ReadonlyMap<string, ReductionFunction> = new Map([
  ['norm', { arity: 1, tex: ['\\lVert ', ' \\rVert_2'] as const }],
  ['norm1', { arity: 1, tex: ['\\lVert ', ' \\rVert_1'] as const }],
  ['dot', { arity: 2, tex: ['\\langle ', ' \\rangle'] as const }],
])

/** Collects the reductions of a list of equations; asking twice for the same gives the same input. */
export class ReductionCollector {
  readonly reductions: Reduction[] = []
  readonly #graph: Graph

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** The node that stands for `fn`, a name of `reductionFunctions` or `gradient`, of `args`. */
  apply(fn: string, args: readonly NodeId[]): NodeId {
    // |x|·1 is |x| in every bit, so the sum of absolute values is a dot product.
    if (fn === 'norm1') return this.#reduce('dot', [this.#graph.apply('abs', args[0]!), this.#graph.constant(1)])
    return this.#reduce(fn as Reduction['kind'], args)
  }

  #reduce(kind: Reduction['kind'], args: readonly NodeId[]): NodeId {
    const same = this.reductions.find((known) => known.kind === kind && known.args.join() === args.join())
    const input = same?.input ?? `${kind}#${this.reductions.length + 1}`
    if (same === undefined) this.reductions.push({ input, kind, args })
    return this.#graph.input(input)
  }
}
