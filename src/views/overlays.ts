/**
 * What later computations lay over the ground, drawn alike by the landscape and the map.
 */

/** A picture that tints the ground: basins of attraction, a sweep, anything that has a colour at every place. */
export interface Overlay {
  /** Samples along each side. */
  readonly size: number
  /**
   * `size * size * 4` sRGB bytes, row-major, y outermost from the domain's low end, as in `HeightField`: sample (i, j) is
   * the place `low + i / (size - 1) * (high - low)` along each axis. Alpha says how strongly it tints the ground, 255 for
   * its colour alone. Replaced, never mutated.
   */
  readonly rgba: Uint8Array<ArrayBuffer>
  /** True blends between samples; false, the default, keeps every sample's own colour, as labels need. */
  readonly smooth?: boolean
}

/** Many climbers at one moment, drawn as points on the ground in one draw call. */
export interface SwarmFrame {
  /** How many of `positions` are drawn; at most 100,000. */
  readonly count: number
  /** x, y in domain units, interleaved. May be mutated between versions. A climber who is not finite is not drawn. */
  readonly positions: Float32Array
  /** Red, green, blue, one triple a climber; white where it is missing. */
  readonly colors?: Uint8Array
  /** Changes whenever `positions` or `colors` were mutated. */
  readonly version: number
}

/** What an optimizer tries in the step at the playhead, drawn thin and quiet in its climber's colour. */
export interface Sketch {
  /** Index of the climber. */
  readonly climber: number
  /**
   * Separate places (probes of a line search, feelers), a line through them, the same without dots (a curve of equal height
   * of a model), a closed outline (a simplex), a circle around the first of them (a trust region), or a lighter trail beside
   * hers that ends in a dot (the average of her way).
   */
  readonly kind: 'points' | 'path' | 'curve' | 'closed' | 'circle' | 'trail'
  /** x, y in domain units, interleaved. */
  readonly xy: Float64Array
  /** Of a circle, in domain units. */
  readonly radius?: number
  /** Tried and not taken: fainter. */
  readonly faint?: boolean
}

/** What is tried at a playhead, a fractional step. The same list for the same moment, by identity: views ask in every frame. */
export type SketchesAt = (step: number) => readonly Sketch[]
