import type { Terms } from '../walk/terms'
import type { WalkVariant } from '../walk/variant'

/** Climbers and steps a call takes at most: V8 cannot replace a running loop by its optimised code, so calls are short. */
export const CLIMBERS = 512
export const STEPS = 512

/** Bytes of a vector. */
export const VECTOR = 16
const ARRAY = CLIMBERS * 8

/** Where a walk module finds its arguments, in bytes. Arrays have CLIMBERS entries. */
export interface WalkLayout {
  readonly variable: (index: number) => number
  /** Float64; −1 while all is well. */
  readonly divergedAt: number
  /** Above REDUCTION_LIMIT for whoever has to be taken through the steps exactly; undefined where nobody ever has. Starts as 0. */
  readonly guard: number | undefined
  /** Of the hyperparameters that are a number a climber. */
  readonly hyperparameter: (name: string) => number
  /** The numbers that the step reads, one after the other. */
  readonly constants: number
  /** One row of the fixed terms. */
  readonly fixed: number
  /** A row a step of the timed terms. */
  readonly timed: number
  readonly size: number
}

/** The layout with what only the module itself uses. */
export interface WalkMemory {
  readonly layout: WalkLayout
  /** Where climbers who diverged stood. */
  readonly frozen: (variable: number) => number
  /** Where everybody stood before the step at which rest is looked for. */
  readonly previous: (variable: number) => number
}

export const layOut = (variant: WalkVariant, terms: Terms, constantCount: number, guarded: boolean): WalkMemory => {
  let size = 0
  const reserve = (bytes: number): number => {
    const offset = size
    size += Math.ceil(bytes / VECTOR) * VECTOR
    return offset
  }
  const [variables, frozen, previous] = [0, 1, 2].map(() => variant.variables.map(() => reserve(ARRAY)))
  const perLane = variant.hyperparameters.filter((hyperparameter) => hyperparameter.perLane)
  const hyperparameters = new Map(perLane.map(({ name }) => [name, reserve(ARRAY)]))
  const divergedAt = reserve(ARRAY)
  const guard = guarded ? reserve(ARRAY) : undefined
  const constants = reserve(constantCount * 8)
  const fixed = reserve(terms.fixed.length * 8)
  const timed = reserve(terms.timed.length * 8 * STEPS)
  const layout = {
    variable: (index: number) => variables![index]!,
    hyperparameter: (name: string) => hyperparameters.get(name)!,
    divergedAt,
    guard,
    constants,
    fixed,
    timed,
    size,
  }
  return { layout, frozen: (index) => frozen![index]!, previous: (index) => previous![index]! }
}
