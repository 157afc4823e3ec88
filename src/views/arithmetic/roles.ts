import { gradient, type NodeId, reachable } from '../../expression'
import type { Ast } from '../../expression/ast'
import { namesIn } from '../../expression/print/parts'
import type { CompiledRule } from '../../optimizers/compile'

/** What a number is to the climber: the slope she feels, the speed she keeps, where that takes her, or anything else. */
export type Role = 'gradient' | 'momentum' | 'update' | 'other'

/** The roles that names have before the first line. */
export const rolesOf = (compiled: CompiledRule): Map<string, Role> =>
  new Map<string, Role>([['g', 'gradient'], ...momenta(compiled).map((name) => [name, 'momentum'] as const)])

/**
 * The role of what a line assigns, from the roles of what it reads: names that are given keep theirs, and another name for
 * a slope or a speed, or for a sum of both, is like what it is made of.
 */
export function roleOfLine(
  name: string,
  value: Ast,
  roles: ReadonlyMap<string, Role>,
  shared: ReadonlySet<string>,
): Role {
  // Where she stands; the term that moves her there has its colour from `Scope`.
  if (name === 'theta') return 'other'
  const own = roles.get(name)
  if (own !== undefined) return own
  const read = namesIn(value).filter((other) => !shared.has(other))
  const kinds = new Set(read.map((other) => roles.get(other) ?? 'other'))
  if (kinds.size === 0 || kinds.has('other')) return 'other'
  return kinds.has('momentum') ? 'momentum' : 'gradient'
}

/**
 * The state variables that gather slopes: what they were and the slope enter the next value, neither more than linearly.
 * Averages of squares do not count, nor does a second climber, who starts where the first one does.
 */
function momenta({ rule, graph, stateNames, outputs, reductions }: CompiledRule): string[] {
  const probes = reductions.filter(({ kind }) => kind === 'gradient').map(({ input }) => graph.input(input))
  const slopes = [graph.input('g'), ...probes]
  return stateNames.filter((name, j) => {
    const initial = rule.state[name]
    if (typeof initial === 'string' && /\btheta\b/.test(initial)) return false
    const self = graph.input(name)
    const next = outputs[j + 1]!
    const reads = (node: NodeId, inputs: readonly NodeId[]) => {
      const read = new Set(reachable(graph, [node]))
      return inputs.some((input) => read.has(input))
    }
    if (!reads(next, [self]) || !reads(next, slopes)) return false
    return gradient(graph, next, [self, ...slopes]).every((slope) => !reads(slope, [self, ...slopes]))
  })
}
