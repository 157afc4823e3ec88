import type { Graph, NodeId } from '../graph'

/**
 * One function of the language. The table of these is the only place that knows what a function is: its derivative
 * and how it is written; `expression/lowering` says how it is computed.
 */
export interface FunctionDefinition {
  readonly arity: number
  /**
   * Reverse mode: given `seed`, the adjoint of `self`, appends to the graph what each argument's adjoint gains.
   * Undefined where that is structurally zero.
   */
  readonly backward: (graph: Graph, seed: NodeId, args: readonly NodeId[], self: NodeId) => (NodeId | undefined)[]
  /** How it is typeset, as a call: `\sin`. Operators with layouts of their own are typeset by the printer. */
  readonly tex: string
  /** What a small picture of the graph shows. */
  readonly glyph: string
  /** False for helpers that only derivatives use: nobody can type them. */
  readonly typed: boolean
}

export type FunctionTable = readonly (readonly [name: string, definition: FunctionDefinition])[]

/** A function of one argument with the derivative `slope(graph, x, self)`. */
export function unary(
  slope: ((graph: Graph, x: NodeId, self: NodeId) => NodeId) | null,
  tex: string,
  options: { readonly glyph?: string; readonly typed?: boolean } = {},
): FunctionDefinition {
  return {
    arity: 1,
    backward: (graph, seed, [x], self) => [
      slope === null ? undefined : graph.apply('mul', seed, slope(graph, x!, self)),
    ],
    tex,
    glyph: options.glyph ?? tex.replace(/^\\(operatorname\{)?|\}$/g, ''),
    typed: options.typed ?? true,
  }
}

/** A function of several arguments. */
export function nary(
  arity: number,
  backward: FunctionDefinition['backward'],
  tex: string,
  options: { readonly glyph?: string; readonly typed?: boolean } = {},
): FunctionDefinition {
  return {
    arity,
    backward,
    tex,
    glyph: options.glyph ?? tex.replace(/^\\(operatorname\{)?|\}$/g, ''),
    typed: options.typed ?? true,
  }
}

/** Shorthand to build derivative nodes: `k(2)` a constant, `op('mul', a, b)` a node. */
export const builder = (graph: Graph) => ({
  k: (value: number) => graph.constant(value),
  op: (name: string, ...args: NodeId[]) => graph.apply(name, ...args),
})
