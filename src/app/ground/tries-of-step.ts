import { type Attempt, type AttemptKind, attemptsAt } from '../../optimizers/methods/attempts'
import type { Trajectory } from '../../simulation/trajectory'
import type { Domain } from '../../surfaces/surface'
import type { Sketch } from '../../views/overlays'
import { modelCurves, type QuadraticGround, withinDomain } from './model-curves'

type Place = ArrayLike<number>

/** The ground to second order at a place; undefined where that is not what she felt. */
export type FeltAt = (theta: Float64Array) => (QuadraticGround & { readonly domain: Domain }) | undefined

/** What a climber tried on her way to point `point`, as drawn. */
export function sketchesOfStep(
  climber: number,
  { attempts, theta }: Trajectory,
  point: number,
  feltAt?: FeltAt,
): readonly Sketch[] {
  if (attempts === undefined) return []
  const all = attemptsAt(attempts, point, 2).filter((attempt) => Number.isFinite(attempt.theta[0]! + attempt.theta[1]!))
  const of = (...kinds: readonly AttemptKind[]) => all.filter(({ kind }) => kinds.includes(kind))
  const from = theta.subarray(2 * Math.max(point - 1, 0), 2 * Math.max(point - 1, 0) + 2)
  const [simplex, models, probes] = [of('simplex'), of('model'), of('probe', 'feeler')]
  const isSearch = simplex.length === 0 && models.length === 0 && of('feeler').length === 0
  const farthest = isSearch ? endOfLine(from, probes) : undefined
  const felt = models.length === 0 ? undefined : feltAt?.(from)
  const curves = felt === undefined ? [] : modelCurves(from, felt).flatMap((xy) => withinDomain(xy, felt.domain))
  const sketch = (kind: Sketch['kind'], places: readonly Place[], more: Partial<Sketch> = {}): readonly Sketch[] =>
    places.length === 0 ? [] : [{ climber, kind, xy: interleaved(places), ...more }]
  return [
    ...of('trust-region').flatMap(({ theta: centre, radius = 0 }) => sketch('circle', [centre], { radius })),
    ...sketch('closed', placesOf(simplex)),
    ...curves.map((xy) => ({ climber, kind: 'curve', xy, faint: true }) as const),
    // Down the model's slope, and on to its bottom: the dogleg.
    ...(models.length === 0 ? [] : sketch('path', [from, ...placesOf(models)], { faint: true })),
    ...(farthest === undefined ? [] : sketch('path', [from, farthest], { faint: true })),
    ...sketch('points', placesOf(probes.filter(({ verdict }) => verdict !== 'accepted')), { faint: true }),
    ...sketch('points', placesOf(probes.filter(({ verdict }) => verdict === 'accepted'))),
  ]
}

const placesOf = (attempts: readonly Attempt[]): readonly Place[] => attempts.map(({ theta }) => theta)

const interleaved = (places: readonly Place[]): Float64Array =>
  Float64Array.from(places.flatMap((place) => [place[0]!, place[1]!]))

/** Sine of the angle within which places count as one line. */
const STRAIGHT = 1e-6

/** The end of the line from `from` on which all probes lie; undefined where they lie on none. */
function endOfLine(from: Place, probes: readonly Attempt[]): Place | undefined {
  const reach = ({ theta }: Attempt) => Math.hypot(theta[0]! - from[0]!, theta[1]! - from[1]!)
  const end = probes.reduce<Attempt | undefined>(
    (far, probe) => (far && reach(far) >= reach(probe) ? far : probe),
    undefined,
  )
  if (end === undefined || reach(end) === 0) return undefined
  const [dx, dy] = [end.theta[0]! - from[0]!, end.theta[1]! - from[1]!]
  const aside = ({ theta }: Attempt) => Math.abs(dx * (theta[1]! - from[1]!) - dy * (theta[0]! - from[0]!))
  return probes.every((probe) => aside(probe) <= STRAIGHT * reach(end) * reach(probe)) ? end.theta : undefined
}
