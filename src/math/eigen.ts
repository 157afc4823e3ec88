/** Eigenvalues, ascending, and unit eigenvectors of a symmetric 2 x 2 matrix. */
export interface Eigen2 {
  readonly values: readonly [number, number]
  readonly vectors: readonly [readonly [number, number], readonly [number, number]]
}

/**
 * Of [[a, b], [b, c]], by one Jacobi rotation: accurate also when the eigenvalues are nearly equal or far apart
 * (Golub & Van Loan, Matrix Computations, 8.5.2).
 */
export function eigen2(a: number, b: number, c: number): Eigen2 {
  const tangent = rotation(a, b, c)
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  const sine = tangent * cosine
  const first = a - tangent * b
  const second = c + tangent * b
  const v: readonly [number, number] = [cosine, -sine]
  const w: readonly [number, number] = [sine, cosine]
  return first <= second ? { values: [first, second], vectors: [v, w] } : { values: [second, first], vectors: [w, v] }
}

/** Tangent of the angle that diagonalises the matrix, the smaller of the two. */
function rotation(a: number, b: number, c: number): number {
  if (b === 0) return 0
  const ratio = (c - a) / (2 * b)
  return (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.hypot(1, ratio))
}
