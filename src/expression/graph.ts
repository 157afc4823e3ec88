import { definitionOf } from './functions'
import { simplify } from './simplify'

/** Index of a node in its graph; arguments always have smaller ids, so ascending ids are a topological order. */
export type NodeId = number

/**
 * A hash-consed computational graph: asking twice for the same expression gives the same node, so that equal
 * sub-expressions are computed once and derivatives stay small.
 *
 * A node is a constant, an input, or a function of the table applied to earlier nodes. Building folds constants and
 * simplifies, never in a way that changes a value.
 */
export class Graph {
  readonly #ops: string[] = []
  readonly #args: (readonly NodeId[])[] = []
  readonly #values: number[] = []
  readonly #names: string[] = []
  readonly #ids = new Map<string, NodeId>()

  get size(): number {
    return this.#ops.length
  }

  /** `constant`, `input`, or a name of the function table. */
  op(id: NodeId): string {
    return this.#ops[id]!
  }

  args(id: NodeId): readonly NodeId[] {
    return this.#args[id]!
  }

  /** Value of a constant; NaN for any other node. */
  value(id: NodeId): number {
    return this.#values[id]!
  }

  /** Name of an input; empty for any other node. */
  name(id: NodeId): string {
    return this.#names[id]!
  }

  isConstant(id: NodeId, value?: number): boolean {
    return this.op(id) === 'constant' && (value === undefined || Object.is(this.value(id), value))
  }

  constant(value: number): NodeId {
    return this.#intern(`c${Object.is(value, -0) ? '-0' : value}`, 'constant', [], value, '')
  }

  input(name: string): NodeId {
    return this.#intern(`i${name}`, 'input', [], Number.NaN, name)
  }

  /** Applies a function of the table; throws RangeError when the name or the number of arguments is wrong. */
  apply(op: string, ...args: NodeId[]): NodeId {
    const definition = definitionOf(op)
    if (definition === undefined) throw new RangeError(`no function ${op}`)
    if (args.length !== definition.arity) throw new RangeError(`${op} takes ${definition.arity} arguments`)
    const simpler = simplify(this, op, args)
    if (simpler !== undefined) return simpler
    return this.#intern(`${op} ${args.join(' ')}`, op, args, Number.NaN, '')
  }

  #intern(key: string, op: string, args: readonly NodeId[], value: number, name: string): NodeId {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#ops.length
    this.#ops.push(op)
    this.#args.push(args)
    this.#values.push(value)
    this.#names.push(name)
    this.#ids.set(key, id)
    return id
  }
}

/** The nodes that `outputs` depend on, themselves included, arguments first. */
export function reachable(graph: Graph, outputs: readonly NodeId[]): NodeId[] {
  const live = new Set<NodeId>()
  const pending = [...outputs]
  while (pending.length > 0) {
    const id = pending.pop()!
    if (live.has(id)) continue
    live.add(id)
    pending.push(...graph.args(id))
  }
  return [...live].sort((a, b) => a - b)
}
