import type { Executor } from '../kernels/executor'
import type { Landscape } from '../kernels/fleet'
import type { GridField } from '../kernels/grid'
import type { Objective } from '../math/objective'

/** Closed interval, `[low, high]` with low < high. */
export type Interval = readonly [number, number]

/** The rectangle of the (x, y) plane that is drawn and searched. It does not confine the climbers. */
export interface Domain {
  readonly x: Interval
  readonly y: Interval
}

/** How height is drawn; the climbers always feel the true loss. */
export type HeightScale = 'linear' | 'log'

/** A surface as data: what one file of `src/surfaces/` exports. */
export interface SurfaceDefinition {
  /** Unique lower-case name, as scenes write it: `rosenbrock`. */
  readonly name: string
  /** As people read it: `Rosenbrock valley`. */
  readonly title: string
  /** Formula of x, y and the parameters, in the language of `src/expression`. */
  readonly formula: string
  readonly domain: Domain
  readonly parameters?: Readonly<Record<string, number>>
  readonly heightScale: HeightScale
  /** Where a climber is put who was given no start. */
  readonly start: readonly [number, number]
  /** What the surface teaches, one sentence. */
  readonly idea: string
  /** Where it comes from: paper, book or page. */
  readonly reference: string
}

/** Everything that is needed to compute a surface, resolved and serialisable: what travels to a worker. */
export interface SurfaceSpec {
  readonly title: string
  readonly formula: string
  readonly domain: Domain
  readonly parameters: Readonly<Record<string, number>>
  readonly heightScale: HeightScale
}

/** An objective of two dimensions with a domain. */
export interface Surface extends Objective {
  readonly dimension: 2
  readonly spec: SurfaceSpec
  /** The formula's graph, for executors that fuse it with other equations; surfaces that are no formula have none. */
  readonly landscape?: Landscape
  /** What makes it executable, and whatever is fused with it. */
  readonly executor?: Executor
  hessian(theta: Float64Array, out: Float64Array): void
  /**
   * Evaluates many points at once, structure of arrays, each of length `count`. Outputs that are left out are not computed.
   */
  evaluate(x: Float64Array, y: Float64Array, out: SurfaceSamples, count: number): void
  /**
   * Prepares the rectangle of points (xs[i], ys[j]), whose rows are then asked for one by one, the outputs of `wanted` in
   * its order: the same numbers as `evaluate`'s, faster.
   */
  grid?(wanted: readonly SampleName[], xs: Float64Array, ys: Float64Array): GridField
}

/** The outputs that a surface can be asked for: its value, gradient and Hessian. */
export type SampleName = keyof SurfaceSamples

/** Arrays to be filled by `Surface.evaluate`. */
export interface SurfaceSamples {
  readonly f?: Float64Array
  readonly fx?: Float64Array
  readonly fy?: Float64Array
  readonly fxx?: Float64Array
  readonly fxy?: Float64Array
  readonly fyy?: Float64Array
}

/** Marks one file's export as a surface of the gallery. */
export const defineSurface = (definition: SurfaceDefinition): SurfaceDefinition => definition
