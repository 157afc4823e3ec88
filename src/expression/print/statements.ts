import type { Ast, Statement } from '../ast'
import { callables } from '../functions'
import { type Graph, type NodeId, reachable } from '../graph'
import { constants } from '../names'
import { isBinaryOp } from './levels'

/** Shared sub-expressions get a name once their text is longer than this. */
const SHORT = 8
/** Others do once they are nested this deeply: the parser's limit is far above, and no reader's is. */
const DEEP = 24

/** Nowhere: these were never typed. */
const span = { position: 0, length: 0 }

interface Written {
  readonly ast: Ast
  /** About how many characters it takes. */
  readonly length: number
  readonly depth: number
}

/** The lines of a formula whose value is `output`: its last line. */
export function statementsOf(graph: Graph, output: NodeId): Statement[] {
  const { lines, values } = sharedStatementsOf(graph, [output])
  return [...lines, { name: undefined, value: values[0]!, span }]
}

/**
 * Several outputs as expressions, which may read the names of `lines`. What is used more than once is named on a line of
 * its own where that is shorter, so that the length is in proportion to the graph.
 */
export function sharedStatementsOf(
  graph: Graph,
  outputs: readonly NodeId[],
): { readonly lines: readonly Statement[]; readonly values: readonly Ast[] } {
  const ids = reachable(graph, outputs)
  const uses = countUses(graph, ids, outputs)
  const fresh = freshNames(graph, ids)
  const written = new Map<NodeId, Written>()
  const lines: Statement[] = []
  for (const id of ids) {
    const here = write(
      graph,
      id,
      graph.args(id).map((arg) => written.get(arg)!),
    )
    const isShared = uses.get(id)! > 1 && here.length > SHORT
    const isDeep = here.depth >= DEEP && !outputs.includes(id)
    if (!isShared && !isDeep) {
      written.set(id, here)
      continue
    }
    const name = fresh()
    lines.push({ name, value: here.ast, span })
    written.set(id, { ast: { kind: 'name', name, span }, length: name.length, depth: 0 })
  }
  return { lines, values: outputs.map((output) => written.get(output)!.ast) }
}

/** How often each node is read, by others and as an output. */
function countUses(graph: Graph, ids: readonly NodeId[], outputs: readonly NodeId[]): ReadonlyMap<NodeId, number> {
  const uses = new Map(ids.map((id) => [id, 0]))
  for (const output of outputs) uses.set(output, uses.get(output)! + 1)
  for (const id of ids) for (const arg of graph.args(id)) uses.set(arg, uses.get(arg)! + 1)
  return uses
}

/** u1, u2, …: none that means something already. */
function freshNames(graph: Graph, ids: readonly NodeId[]): () => string {
  const taken = new Set([...ids.map((id) => graph.name(id)), ...constants.keys(), ...callables.keys()])
  let last = 0
  return () => {
    do last++
    while (taken.has(`u${last}`))
    return `u${last}`
  }
}

function write(graph: Graph, id: NodeId, args: readonly Written[]): Written {
  const ast = astOf(graph, id, args)
  const own = ast.kind === 'number' ? ast.text.length : ast.kind === 'name' ? ast.name.length : 3
  return {
    ast,
    length: args.reduce((sum, arg) => sum + arg.length, own),
    depth: args.reduce((most, arg) => Math.max(most, arg.depth + 1), 0),
  }
}

function astOf(graph: Graph, id: NodeId, args: readonly Written[]): Ast {
  const op = graph.op(id)
  const [a, b] = args
  if (op === 'constant') return constantAst(graph.value(id))
  if (op === 'input') return { kind: 'name', name: graph.name(id), span }
  if (op === 'neg') return { kind: 'negate', of: a!.ast, span }
  if (op === 'abs') return { kind: 'abs', of: a!.ast, span }
  if (isBinaryOp(op)) return { kind: 'binary', op, left: a!.ast, right: b!.ast, span }
  return { kind: 'call', fn: op, args: args.map((arg) => arg.ast), span }
}

/** A number to its last bit. What no literal says is written as what folds to it: 1e999 is infinite, 0/0 is NaN. */
export function constantAst(value: number): Ast {
  if (Number.isNaN(value)) {
    return { kind: 'binary', op: 'div', left: literal(0), right: literal(0), span }
  }
  return value < 0 || Object.is(value, -0) ? { kind: 'negate', of: literal(-value), span } : literal(value)
}

const literal = (value: number): Ast => ({
  kind: 'number',
  value,
  text: value === Number.POSITIVE_INFINITY ? '1e999' : String(value),
  span,
})
