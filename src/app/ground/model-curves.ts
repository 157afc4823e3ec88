import { eigen2 } from '../../math/eigen'
import type { Domain } from '../../surfaces/surface'

/** Slope and curvature at a place: the ground to second order. */
export interface QuadraticGround {
  readonly gradient: readonly [number, number]
  /** fxx, fxy, fyy. */
  readonly hessian: readonly [number, number, number]
}

/** Pieces of a curve. */
const PIECES = 96
/** Parameter up to which a hyperbola is followed: at its end she is some ten semi-axes away. */
const HYPERBOLA = 3
/** Levels of an ellipse, as shares of the depth from her place to the model's bottom. */
const DEPTHS = [1, 0.5]
/** Curvatures below this share of the other are rounding: the curve would be a pair of lines. */
const NO_CURVATURE = 1e-9

/**
 * Curves of equal height of the quadratic model at `from`, x and y interleaved: where it has a bottom or a top, the ellipse
 * through her place and one halfway in; where it is a saddle, the branch of the hyperbola that she stands on, and the other.
 */
export function modelCurves(from: ArrayLike<number>, ground: QuadraticGround): readonly Float64Array[] {
  const { values, vectors } = eigen2(...ground.hessian)
  const slopes = vectors.map(([a, b]) => a * ground.gradient[0] + b * ground.gradient[1]) as [number, number]
  const [l, m] = values
  if (!(Math.min(Math.abs(l), Math.abs(m)) > NO_CURVATURE * Math.max(Math.abs(l), Math.abs(m)))) return []
  // In the directions of the curvatures, from the level place: l u² + m v² is the same all along a curve.
  const [u, v] = [slopes[0] / l, slopes[1] / m]
  const level = l * u * u + m * v * v
  if (!Number.isFinite(level) || level === 0) return []
  const at = (a: number, b: number): readonly [number, number] => [
    from[0]! + vectors[0][0] * (a - u) + vectors[1][0] * (b - v),
    from[1]! + vectors[0][1] * (a - u) + vectors[1][1] * (b - v),
  ]
  const [p, q] = [Math.sqrt(Math.abs(level / l)), Math.sqrt(Math.abs(level / m))]
  if (l > 0 === m > 0) {
    return DEPTHS.map((depth) => {
      const size = Math.sqrt(depth)
      return curve(0, 2 * Math.PI, (t) => at(size * p * Math.cos(t), size * q * Math.sin(t)))
    })
  }
  const alongFirst = level > 0 === l > 0
  const side = (alongFirst ? u : v) < 0 ? -1 : 1
  return [side, -side].map((sign) =>
    curve(-HYPERBOLA, HYPERBOLA, (t) =>
      alongFirst ? at(sign * p * Math.cosh(t), q * Math.sinh(t)) : at(p * Math.sinh(t), sign * q * Math.cosh(t)),
    ),
  )
}

function curve(begin: number, end: number, at: (t: number) => readonly [number, number]): Float64Array {
  const places = Array.from({ length: PIECES + 1 }, (_, k) => at(begin + ((end - begin) * k) / PIECES))
  return Float64Array.from(places.flat())
}

/** The parts of a curve that lie in the domain: beyond it nothing is shown that it could be compared with. */
export function withinDomain(xy: Float64Array, { x, y }: Domain): readonly Float64Array[] {
  const isInside = (k: number) => xy[k]! >= x[0] && xy[k]! <= x[1] && xy[k + 1]! >= y[0] && xy[k + 1]! <= y[1]
  const parts: Float64Array[] = []
  let begin = 0
  for (let k = 0; k <= xy.length; k += 2) {
    if (k < xy.length && isInside(k)) continue
    if (k - begin >= 4) parts.push(xy.slice(begin, k))
    begin = k + 2
  }
  return parts
}
