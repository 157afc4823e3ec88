/** What a point of zero gradient is, by the eigenvalues of its Hessian. */
export type CriticalKind = 'minimum' | 'maximum' | 'saddle' | 'degenerate'

export interface CriticalPoint {
  readonly x: number
  readonly y: number
  readonly value: number
  readonly kind: CriticalKind
  /** Of the Hessian, ascending. */
  readonly eigenvalues: readonly [number, number]
  /** Unit eigenvectors, in the order of `eigenvalues`: for a saddle, the way down and the way up. */
  readonly directions: readonly [readonly [number, number], readonly [number, number]]
  /** True when interval arithmetic proved that exactly one critical point lies here. */
  readonly certified: boolean
}

export interface CriticalPointReport {
  /** Sorted by value, ascending. */
  readonly points: readonly CriticalPoint[]
  /** True when it is proved that the domain holds no others. */
  readonly complete: boolean
  /** Boxes `[xlo, xhi, ylo, yhi]` about which nothing could be decided. */
  readonly undecided: readonly (readonly [number, number, number, number])[]
}

/** Samples of a surface on a regular grid over its domain, row-major, y outermost: index `j*size + i`. */
export interface HeightField {
  readonly size: number
  readonly f: Float32Array
  readonly fx: Float32Array
  readonly fy: Float32Array
  /** Least and greatest finite value of f on the grid; 0 and 1 where nothing is finite. */
  readonly min: number
  readonly max: number
  /** True when some sample was not finite. */
  readonly holes: boolean
}
