import type { PrimitiveId } from '../../expression/lowering'
import { type Terms, termsOf } from '../walk/terms'
import type { WalkVariant } from '../walk/variant'
import { type Judgement, judgement } from './walk-judgement'

/** What the code of a walk computes, as nodes of the variant's graph. */
export interface WalkPlan {
  readonly variant: WalkVariant
  /** Of each variable, what is carried on. */
  readonly next: readonly PrimitiveId[]
  readonly judgement: Judgement
  readonly terms: Terms
  /** The terms are inputs of these names: somebody else computes them. */
  readonly given: ReadonlyMap<PrimitiveId, string>
}

export const planWalk = (variant: WalkVariant): WalkPlan => {
  const next = variant.variables.map((variable) => variable.next)
  const judged = judgement(variant, next)
  const { safe, sound, guard } = judged
  const terms = termsOf(variant, [...next, safe, sound, ...(guard === undefined ? [] : [guard])])
  const given = new Map([
    ...terms.fixed.map((id, k) => [id, fixedTerm(k)] as const),
    ...terms.timed.map((id, k) => [id, timedTerm(k)] as const),
  ])
  return { variant, next, judgement: judged, terms, given }
}

/** No formula can name these. */
export const fixedTerm = (k: number): string => `fixed ${k}`
export const timedTerm = (k: number): string => `timed ${k}`
