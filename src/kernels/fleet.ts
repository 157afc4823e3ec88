import type { Graph, NodeId, Reduction } from '../expression'

/** The ground that climbers feel: nodes of one graph whose inputs are `x`, `y` and the parameters. */
export interface Landscape {
  readonly graph: Graph
  readonly nodes: {
    readonly f: NodeId
    readonly fx: NodeId
    readonly fy: NodeId
    readonly fxx: NodeId
    readonly fxy: NodeId
    readonly fyy: NodeId
  }
  readonly parameters: Readonly<Record<string, number>>
}

/** One step of an optimizer as nodes of one graph: what `compileRule` makes (its fields mean the same). */
export interface StepEquations {
  readonly graph: Graph
  readonly stateNames: readonly string[]
  /** The new theta, then the new state variables. */
  readonly outputs: readonly NodeId[]
  readonly reductions: readonly Reduction[]
  readonly parameterNames: readonly string[]
  readonly parameters: readonly number[]
  /** `parameters`, in the order of `parameterNames`, in place of the rule's own. */
  initialState(theta: Float64Array, parameters?: readonly (number | Float64Array)[]): Float64Array[]
}

/** Who walks where. */
export interface WalkSpec {
  readonly landscape: Landscape
  readonly rule: StepEquations
  /** Gradient ascent. */
  readonly maximize?: boolean
  /** Further than this from the origin a climber has left the landscape, which counts as divergence. */
  readonly reach?: number
}

/** Where a fleet sets out, and with which hyperparameters in place of the rule's own: one for all, or one a climber. */
export interface Release {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly hyperparameters?: Readonly<Record<string, number | Float64Array>>
}

/** A walk made executable for any number of climbers. Fleets of one program share its code. */
export interface FleetProgram {
  /** State variables of the rule. */
  readonly stateNames: readonly string[]
  /** Hyperparameters that a release may set. */
  readonly hyperparameterNames: readonly string[]
  /** `count` climbers, who wait for their release by `reset`. */
  create(count: number): Fleet
}

/**
 * Many climbers who walk the same landscape by the same rule; only where they are is kept. Structure of arrays: entry i
 * belongs to climber i. All arrays stay the fleet's own and the same for its lifetime; they change in `reset` and
 * `advance` only.
 */
export interface Fleet {
  readonly count: number
  /** Steps taken since the release. */
  readonly taken: number
  readonly x: Float64Array
  readonly y: Float64Array
  /**
   * State variable j of coordinate c at `2j + c`. What has no influence on where anyone goes (the buffer of a momentum
   * of 0) is not kept up.
   */
  readonly state: readonly Float64Array[]
  /**
   * −1 while all is well; else the step after which a climber first stood where her coordinates or the loss are not
   * finite, or out of reach. She stays there for good.
   */
  readonly divergedAt: Int32Array
  /** Puts everyone at her start, before the first step. Throws RangeError for a hyperparameter that the rule lacks. */
  reset(release: Release): void
  /**
   * Takes `steps` steps. Returns false when no climber can ever move again, bit for bit: then further calls change
   * nothing but `taken`. Calls may be as short or as long as the caller likes: the result is the same.
   */
  advance(steps: number): boolean
  /** Writes the loss where each climber stands into `out`. */
  losses(out: Float64Array): void
}

/** So far from the origin that squares of coordinates are still finite. */
export const FARTHEST = 2 ** 500

/** The reach of a landscape: a thousand of its widths, from the origin past its farthest border. */
export const reachOf = (domain: {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}): number => {
  const sides = [domain.x, domain.y]
  return Math.hypot(...sides.map(([low, high]) => Math.max(Math.abs(low), Math.abs(high)) + 1000 * (high - low)))
}
