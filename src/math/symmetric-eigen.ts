/** Eigenvalues of a symmetric matrix, ascending, and their unit eigenvectors. */
export interface SymmetricEigen {
  readonly values: Float64Array
  readonly vectors: readonly Float64Array[]
}

/** Sweeps at most: convergence is quadratic, and six to eight are usual. */
const MOST_SWEEPS = 50
/** An entry smaller than this, beside its row's and its column's diagonal, changes no eigenvalue. */
const NEGLIGIBLE = Number.EPSILON / 16

/**
 * Of the symmetric `size` x `size` matrix stored row-major in `matrix`, by cyclic Jacobi rotations (Golub & Van Loan, Matrix
 * Computations, 8.5.3). All NaN when an entry is not finite.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = matrix.slice()
  // Row j holds the eigenvector that belongs to the j-th entry of the diagonal.
  const vectors = Array.from({ length: size }, (_, j) =>
    Float64Array.from({ length: size }, (_, i) => (i === j ? 1 : 0)),
  )
  if (!a.every(Number.isFinite)) {
    return { values: new Float64Array(size).fill(Number.NaN), vectors: vectors.map((v) => v.fill(Number.NaN)) }
  }
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotated = rotate(a, vectors, size, p, q) || rotated
    }
    if (!rotated) break
  }
  const order = Array.from({ length: size }, (_, j) => j).sort((i, j) => a[i * size + i]! - a[j * size + j]!)
  return {
    values: Float64Array.from(order, (j) => a[j * size + j]!),
    vectors: order.map((j) => vectors[j]!),
  }
}

/** Makes entry (p, q) zero; false when it is negligible already. */
function rotate(a: Float64Array, vectors: readonly Float64Array[], size: number, p: number, q: number): boolean {
  const [app, aqq, apq] = [a[p * size + p]!, a[q * size + q]!, a[p * size + q]!]
  if (Math.abs(apq) <= NEGLIGIBLE * Math.sqrt(Math.abs(app)) * Math.sqrt(Math.abs(aqq))) return false
  const ratio = (aqq - app) / (2 * apq)
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio))
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  const sine = tangent * cosine
  for (let k = 0; k < size; k++) {
    if (k === p || k === q) continue
    const [akp, akq] = [a[k * size + p]!, a[k * size + q]!]
    a[k * size + p] = a[p * size + k] = cosine * akp - sine * akq
    a[k * size + q] = a[q * size + k] = sine * akp + cosine * akq
  }
  a[p * size + p] = app - tangent * apq
  a[q * size + q] = aqq + tangent * apq
  a[p * size + q] = a[q * size + p] = 0
  const [vp, vq] = [vectors[p]!, vectors[q]!]
  for (let i = 0; i < size; i++) {
    const [x, y] = [vp[i]!, vq[i]!]
    vp[i] = cosine * x - sine * y
    vq[i] = sine * x + cosine * y
  }
  return true
}
