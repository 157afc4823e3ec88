import { eigen2 } from '../math/eigen'
import type { Sliced } from '../math/sliced'
import { LEVEL_SLOPE } from '../simulation/ground'
import type { Surface } from '../surfaces/surface'

/** Along a trough the ground curves less than this share of what it does across. */
const TROUGH = 1e-3
/** Newton steps taken: each squares the distance from the bottom. */
const STEPS = 4

/**
 * The values of the bottoms (tops, under `maximize`) within `reach` of places on a trough: Newton's method across the
 * trough, not along it. NaN where there is none: the ground curves the other way, is not level there, or it is too far.
 */
export function* bottomsNear(
  surface: Surface,
  startX: Float64Array,
  startY: Float64Array,
  maximize: boolean,
  reach: number,
): Sliced<Float64Array> {
  const count = startX.length
  const sign = maximize ? -1 : 1
  const x = startX.slice()
  const y = startY.slice()
  const array = () => new Float64Array(count)
  const at = { f: array(), fx: array(), fy: array(), fxx: array(), fxy: array(), fyy: array() }
  for (let step = 0; step <= STEPS; step++) {
    surface.evaluate(x, y, at, count)
    yield step / (STEPS + 1)
    for (let i = 0; i < count && step < STEPS; i++) {
      const [dx, dy] = stepAcross(
        sign * at.fx[i]!,
        sign * at.fy[i]!,
        sign * at.fxx[i]!,
        sign * at.fxy[i]!,
        sign * at.fyy[i]!,
      )
      x[i]! += dx
      y[i]! += dy
    }
  }
  return Float64Array.from(at.f, (value, i) => {
    const isNear = Math.hypot(x[i]! - startX[i]!, y[i]! - startY[i]!) <= reach
    const isLevel = Math.hypot(at.fx[i]!, at.fy[i]!) <= LEVEL_SLOPE
    const [along, across] = eigen2(sign * at.fxx[i]!, sign * at.fxy[i]!, sign * at.fyy[i]!).values
    const isTrough = Math.abs(along) <= TROUGH * across
    return isNear && isLevel && isTrough ? value : Number.NaN
  })
}

/** To the bottom across the trough; NaN where no way leads up. */
function stepAcross(gx: number, gy: number, xx: number, xy: number, yy: number): readonly [number, number] {
  const { values, vectors } = eigen2(xx, xy, yy)
  const steepest = values[1]
  if (!(steepest > 0)) return [Number.NaN, Number.NaN]
  const [vx, vy] = vectors[1]
  const across = (gx * vx + gy * vy) / steepest
  return [-across * vx, -across * vy]
}
