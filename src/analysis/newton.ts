import { eigen2 } from '../math/eigen'
import type { Sliced } from '../math/sliced'
import type { Surface, SurfaceSamples } from '../surfaces/surface'
import type { Candidates } from './candidates'

/** Curvatures below this share of the larger one are not divided by: rotating the Hessian has blurred them. */
const FLAT = 1e-13
const ITERATIONS = 80
/** A step shorter than this share of the coordinates is rounding. */
const SETTLED = 4 * Number.EPSILON
/** Iterations after which steps that still shrink slowly betray a multiple zero; how often it is then jumped at. */
const SLOW = 20
const JUMP_EVERY = 4
/** Points evaluated in one slice. */
const BLOCK = 1024

/** Where one start of Newton's method ended. `step` is the length of the last step. */
export interface Root {
  readonly x: number
  readonly y: number
  readonly step: number
}

/**
 * Newton's method for a zero of the gradient, from all candidates at once, with exact Hessians. A step is at most
 * `reach` long and is taken in the Hessian's eigenbasis, where flat directions are left alone. Non-finite ones drop out.
 * Towards a zero of multiplicity m the steps shrink by 1 - 1/m only; such a step is taken m-fold now and then
 * (Schröder 1870), which squares the error again.
 */
export function* newton(surface: Surface, candidates: Candidates, reach: number): Sliced<Root[]> {
  const roots: Root[] = []
  const x = Float64Array.from(candidates.x)
  const y = Float64Array.from(candidates.y)
  const array = () => new Float64Array(x.length)
  const out = { fx: array(), fy: array(), fxx: array(), fxy: array(), fyy: array() }
  const lastStep = array()
  // The first `active` entries are still moving; one that has settled makes room for another.
  let active = x.length
  for (let iteration = 1; iteration <= ITERATIONS && active > 0; iteration++) {
    yield* evaluate(surface, x, y, out, active, iteration / ITERATIONS)
    let kept = 0
    for (let i = 0; i < active; i++) {
      const [dx, dy] = newtonStep(out.fx[i]!, out.fy[i]!, out.fxx[i]!, out.fxy[i]!, out.fyy[i]!)
      const step = Math.hypot(dx, dy)
      const jump = iteration >= SLOW && iteration % JUMP_EVERY === 0 ? multiplicity(step / lastStep[i]!) : 1
      const scale = jump * step > reach ? reach / step : jump
      const root = { x: x[i]! + scale * dx, y: y[i]! + scale * dy, step }
      if (!Number.isFinite(root.x + root.y + step)) continue
      if (iteration === ITERATIONS || step <= SETTLED * Math.max(Math.abs(root.x), Math.abs(root.y))) roots.push(root)
      else {
        x[kept] = root.x
        y[kept] = root.y
        lastStep[kept++] = step
      }
    }
    active = kept
  }
  return roots
}

/** Of the zero that is being approached in steps that shrink by `ratio`. */
const multiplicity = (ratio: number) => (ratio > 0.3 && ratio < 0.995 ? Math.round(1 / (1 - ratio)) : 1)

type Derivatives = Required<Omit<SurfaceSamples, 'f'>>

/** Evaluates the first `count` points, a block a slice. */
function* evaluate(
  surface: Surface,
  x: Float64Array,
  y: Float64Array,
  out: Derivatives,
  count: number,
  fraction: number,
): Sliced<void> {
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(from + BLOCK, count)
    const { fx, fy, fxx, fxy, fyy } = out
    const block = {
      fx: fx.subarray(from, to),
      fy: fy.subarray(from, to),
      fxx: fxx.subarray(from, to),
      fxy: fxy.subarray(from, to),
      fyy: fyy.subarray(from, to),
    }
    surface.evaluate(x.subarray(from, to), y.subarray(from, to), block, to - from)
    yield fraction
  }
}

function newtonStep(gx: number, gy: number, hxx: number, hxy: number, hyy: number): readonly [number, number] {
  const { values, vectors } = eigen2(hxx, hxy, hyy)
  const flat = hxy === 0 ? 0 : FLAT * Math.max(Math.abs(values[0]), Math.abs(values[1]))
  let dx = 0
  let dy = 0
  for (let k = 0; k < 2; k++) {
    const curvature = values[k]!
    const [vx, vy] = vectors[k]!
    const slope = gx * vx + gy * vy
    if (slope === 0) continue
    if (Math.abs(curvature) <= flat) continue
    dx -= (slope / curvature) * vx
    dy -= (slope / curvature) * vy
  }
  // No curvature at all: Newton has nothing to say, and a slope that is not zero is not a critical point.
  if (values[0] === 0 && values[1] === 0 && (gx !== 0 || gy !== 0)) return [Number.NaN, Number.NaN]
  return [dx, dy]
}
