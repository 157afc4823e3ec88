import { format, formatPoint } from '../math/format'
import type { Surface } from '../surfaces/surface'
import { causeOfDivergence } from './divergence'
import { readGround } from './ground'
import { pointAt, slopeAt, widthOf } from './outcome'
import type { RunSpec, Trajectory } from './trajectory'

/** What became of a climber, in one sentence for people: `reached the minimum at (−3.779, −3.283), step 61`. */
export function describeOutcome(trajectory: Trajectory, surface: Surface, spec: RunSpec): string {
  switch (trajectory.outcome) {
    case 'converged':
      return describeArrival(trajectory, surface, spec)
    case 'stuck':
      return describeStuck(trajectory, surface, spec)
    case 'diverged':
      return describeDivergence(trajectory, surface, spec)
    case 'exhausted':
      return describeExhausted(trajectory, surface, spec)
  }
}

function describeArrival(trajectory: Trajectory, surface: Surface, { maximize }: RunSpec): string {
  const goal = `the ${maximize ? 'maximum' : 'minimum'} at ${place(trajectory, surface, trajectory.length - 1)}`
  return trajectory.outcomeStep === 0 ? `stands at ${goal} from the start` : `reached ${goal}, ${at(trajectory)}`
}

function describeStuck(trajectory: Trajectory, surface: Surface, spec: RunSpec): string {
  const { maximize } = spec
  const { domain } = surface.spec
  const last = trajectory.length - 1
  const { kind, downhill } = readGround(surface, pointAt(trajectory, last), maximize, widthOf(trajectory, domain))
  const [on, out] = maximize ? ['up', 'uphill'] : ['down', 'downhill']
  const where = `${place(trajectory, surface, last)}, ${at(trajectory)}`
  const [dx = 0, dy = 0] = downhill ?? []
  switch (kind) {
    case 'top':
      return `stuck ${maximize ? 'in a hollow' : 'on a summit'} at ${where}: every direction leads ${on}${whatDrewHer(trajectory, spec)}`
    case 'saddle':
      return `stuck on a saddle at ${where}: ${out} lies along ±${formatPoint(dx, dy, 3)}${whatDrewHer(trajectory, spec)}`
    case 'ridge':
      return `stuck ${maximize ? 'in a trough' : 'on a ridge'} at ${where}: ${out} lies along ±${formatPoint(dx, dy, 3)}`
    case 'shelf':
      return `stuck on level ground at ${where}, though ${out} lies along ${formatPoint(dx, dy, 3)}`
    default:
      return `stuck on a plateau at ${where}: there is no slope to feel`
  }
}

/** Why she went where nobody wants to be, where the optimizer is known for it. */
function whatDrewHer({ outcomeStep }: Trajectory, { optimizer, hyperparameters: { variant } }: RunSpec): string {
  if (outcomeStep === 0 || optimizer !== 'Newton') return ''
  if (variant === 'plain') return '; plain Newton is drawn to saddles and summits as to minima'
  return variant === 'damped' ? '; damped Newton avoids summits, not saddles' : ''
}

function describeDivergence(trajectory: Trajectory, surface: Surface, spec: RunSpec): string {
  const step = trajectory.outcomeStep
  const cause = causeOfDivergence(trajectory, surface, spec, surface.spec.domain, step)
  const when = `diverged at step ${step}`
  switch (cause.kind) {
    case 'undefined-loss':
      return step === 0
        ? `cannot start: the loss has no value at ${place(trajectory, surface, 0)}`
        : `${when}: the loss has no value at ${place(trajectory, surface, step)}`
    case 'too-large-step':
      return `${when}: the step is too large for this curvature (lr ${format(Number(spec.hyperparameters.lr))}, stable below ${format(cause.limit, 3)})`
    case 'no-bound':
      return `${when}: the ground ${spec.maximize ? 'rises' : 'falls'} without end in the direction she went`
    case 'unknown':
      return step === 0
        ? `cannot start: the loss at ${place(trajectory, surface, 0)} is not finite`
        : `${when}: the steps grew without end`
  }
}

function describeExhausted(trajectory: Trajectory, surface: Surface, spec: RunSpec): string {
  const last = trajectory.length - 1
  const slope = slopeAt(trajectory, last)
  if (Number.isNaN(slope)) return `lost after ${steps(last)}: there is no slope at ${place(trajectory, surface, last)}`
  const where = isOutside(trajectory, surface, last) ? ', off the landscape' : ''
  const still = standsStillFrom(trajectory)
  if (last - still >= STANDS_STILL) {
    return `stands still${where} from step ${still} on, though a slope of ${format(slope, 2)} is left${whatStopped(spec)}`
  }
  return `still walking${where}: slope ${format(slope, 2)} after ${steps(last)}`
}

/** Steps without a move from which she is said to stand still. */
const STANDS_STILL = 3

/** The first point from which she does not move any more. */
function standsStillFrom(trajectory: Trajectory): number {
  const { theta, dimension: d, length } = trajectory
  let k = length - 1
  while (k > 0 && pointAt(trajectory, k - 1).every((value, i) => value === theta[(length - 1) * d + i])) k--
  return k
}

/** Why she does not go on, where the optimizer says so itself. */
function whatStopped({ optimizer, hyperparameters: { tolerance_change } }: RunSpec): string {
  if (optimizer !== 'LBFGS') return ''
  return `: what it could gain is below tolerance_change, ${format(Number(tolerance_change))}`
}

function isOutside(trajectory: Trajectory, { spec: { domain } }: Surface, k: number): boolean {
  const [x, y] = pointAt(trajectory, k)
  return x! < domain.x[0] || x! > domain.x[1] || y! < domain.y[0] || y! > domain.y[1]
}

const steps = (count: number) => (count === 1 ? '1 step' : `${count} steps`)
const at = ({ outcomeStep }: Trajectory) => (outcomeStep === 0 ? 'from the start' : `step ${outcomeStep}`)

/** Where point `k` is; a coordinate that nobody could tell from 0 on this landscape is 0. */
function place(trajectory: Trajectory, surface: Surface, k: number): string {
  const negligible = 1e-6 * widthOf(trajectory, surface.spec.domain)
  const [x, y] = [...pointAt(trajectory, k)].map((value) => (Math.abs(value) < negligible ? 0 : value))
  return formatPoint(x!, y!)
}
