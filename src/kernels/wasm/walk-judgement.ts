import { guardOf, type PrimitiveId, REDUCTION_LIMIT } from '../../expression/lowering'
import type { WalkVariant } from '../walk/variant'

/** What decides whether a climber may take the step. */
export interface Judgement {
  /** Whether nothing else need be looked at. */
  readonly safe: PrimitiveId
  /** Whether she is within reach, her loss is a number where that is not certain, and the kernel can answer. */
  readonly sound: PrimitiveId
  /** Where it cannot: the argument of a periodic function that is too large for it. Smaller, or 0, where she diverged. */
  readonly guard: PrimitiveId | undefined
}

/** Builds the judgement of climbers in the variant's own graph. `next`: what they carry on. */
export const judgement = (
  { graph, reachSquared, safeSquared, checksLoss, loss }: WalkVariant,
  next: readonly PrimitiveId[],
): Judgement => {
  const [x, y] = [graph.input('x'), graph.input('y')]
  const distanceSquared = graph.add(graph.mul(x, x), graph.mul(y, y))
  const near = graph.le(distanceSquared, graph.constant(reachSquared))
  const isSafe = safeSquared > 0 ? graph.le(distanceSquared, graph.constant(safeSquared)) : undefined
  const always = graph.constant(1)
  const finite = checksLoss ? graph.le(graph.abs(loss), graph.constant(Number.MAX_VALUE)) : always
  const well = graph.and(near, finite)
  const guard = guardOf(graph, checksLoss ? [...next, loss] : next)
  if (guard === undefined) return { safe: isSafe ?? well, sound: well, guard }
  const limit = graph.constant(REDUCTION_LIMIT)
  const zero = graph.constant(0)
  // A loss from beyond the limit means nothing, so whether it is finite does not either.
  const lossGuard = checksLoss ? guardOf(graph, [loss]) : undefined
  const unsure = lossGuard === undefined ? finite : graph.or(finite, graph.lt(limit, lossGuard))
  const sound = graph.and(well, graph.le(guard, limit))
  return {
    safe: isSafe ?? sound,
    sound,
    guard: graph.select(near, graph.select(unsure, guard, zero), zero),
  }
}
