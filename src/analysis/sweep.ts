import { finish, type Sliced } from '../math/sliced'
import type { Optimizer } from '../optimizers/optimizer'
import { HyperparameterError, resolveHyperparameters } from '../optimizers/resolve'
import { createSimulation } from '../simulation/simulate'
import type { RunSpec } from '../simulation/trajectory'
import type { Surface } from '../surfaces/surface'
import { type Fleets, isGone } from './fleets'
import { axisValues, type SweepAxis } from './sweep-axis'

/** What becomes of one run when two of its hyperparameters are others. */
export interface SweepSpec {
  readonly run: RunSpec
  readonly x: SweepAxis
  readonly y: SweepAxis
  /** The loss at which a climber counts as arrived. */
  readonly goal: number
}

/** Of some rows of a sweep, row-major, y outermost from its low end. */
export interface SweepRows {
  /** The loss after all steps, or where she diverged; NaN where the optimizer refuses the combination. */
  readonly loss: Float64Array
  /** The first step after which the loss was `goal` or better, or -1. */
  readonly steps: Int32Array
  /** The step after which she had diverged, or -1; the last one for those who are a thousand widths off by then. */
  readonly divergedAt: Int32Array
}

export interface SweepMap extends SweepRows {
  readonly size: number
  /** The values of the two hyperparameters, by column and by row. */
  readonly xs: Float64Array
  readonly ys: Float64Array
}

/** A whole sweep. Throws HyperparameterError when a swept hyperparameter is unknown, and ExpressionError. */
export function computeSweep(
  surface: Surface,
  optimizer: Optimizer,
  spec: SweepSpec,
  size: number,
  fleets: Fleets,
): SweepMap {
  const rows = finish(sweepRows(surface, optimizer, spec, { size, from: 0, to: size }, fleets))
  return { size, xs: axisValues(spec.x, size), ys: axisValues(spec.y, size), ...rows }
}

/** Some rows of a sweep, in slices. */
export function* sweepRows(
  surface: Surface,
  optimizer: Optimizer,
  spec: SweepSpec,
  { size, from, to }: { readonly size: number; readonly from: number; readonly to: number },
  fleets: Fleets,
): Sliced<SweepRows> {
  const [xs, ys] = [axisValues(spec.x, size), axisValues(spec.y, size)]
  const count = (to - from) * size
  const x = Float64Array.from({ length: count }, (_, k) => xs[k % size]!)
  const y = Float64Array.from({ length: count }, (_, k) => ys[from + Math.floor(k / size)]!)
  const refused = Uint8Array.from(x, (value, k) => (isRefused(optimizer, spec, value, y[k]!) ? 1 : 0))
  const first = refused.indexOf(0)
  const rows = {
    loss: new Float64Array(count).fill(Number.NaN),
    steps: new Int32Array(count).fill(-1),
    divergedAt: new Int32Array(count).fill(-1),
  }
  if (first < 0) return rows
  const run = withValues(spec, x[first]!, y[first]!)
  const errand = fleets.create(surface, optimizer, run, count)
  if (errand === null) yield* sweepOneByOne(surface, optimizer, spec, x, y, refused, rows)
  else {
    errand.release(fill(count, run.start[0]!), fill(count, run.start[1]!), { [spec.x.name]: x, [spec.y.name]: y })
    yield* sweepTogether(surface, spec, errand.fleet, rows, fleets.stepsASlice(count))
  }
  for (let k = 0; k < count; k++) {
    if (refused[k] === 0) continue
    rows.loss[k] = Number.NaN
    rows.steps[k] = rows.divergedAt[k] = -1
  }
  return rows
}

const fill = (count: number, value: number) => new Float64Array(count).fill(value)

const withValues = ({ run, x, y }: SweepSpec, valueX: number, valueY: number): RunSpec => ({
  ...run,
  hyperparameters: { ...run.hyperparameters, [x.name]: valueX, [y.name]: valueY },
})

/** An unknown hyperparameter is the caller's mistake; a value or a combination that is refused is a cell of the map. */
function isRefused(optimizer: Optimizer, spec: SweepSpec, x: number, y: number): boolean {
  for (const { name } of [spec.x, spec.y]) {
    if (typeof new Map(Object.entries(optimizer.hyperparameters)).get(name) === 'number') continue
    throw new HyperparameterError(`${optimizer.name} has no number \`${name}\` to sweep`)
  }
  try {
    resolveHyperparameters(optimizer, withValues(spec, x, y).hyperparameters, spec.run.steps)
    return false
  } catch (error) {
    if (error instanceof HyperparameterError) return true
    throw error
  }
}

type Fleet = NonNullable<ReturnType<Fleets['create']>>['fleet']

/** The goal is looked for after every step; what comes of it at the end. */
function* sweepTogether(
  surface: Surface,
  { run, goal }: SweepSpec,
  fleet: Fleet,
  { loss, steps, divergedAt }: SweepRows,
  slice: number,
): Sliced<void> {
  const hasGoal = Number.isFinite(goal)
  const look = () => {
    fleet.losses(loss)
    for (let k = 0; k < loss.length; k++) {
      if (steps[k] === -1 && isGoal(loss[k]!, goal, run.maximize)) steps[k] = fleet.taken
    }
  }
  if (hasGoal) look()
  for (let moving = true, since = 0; moving && fleet.taken < run.steps; since++) {
    moving = fleet.advance(hasGoal ? 1 : Math.min(slice, run.steps - fleet.taken))
    if (hasGoal) look()
    if (!hasGoal || since % slice === 0) yield fleet.taken / run.steps
  }
  fleet.losses(loss)
  const { domain } = surface.spec
  for (let k = 0; k < loss.length; k++) {
    const at = fleet.divergedAt[k]!
    divergedAt[k] = at >= 0 ? at : isGone(domain, fleet.x[k]!, fleet.y[k]!) ? run.steps : -1
  }
}

const isGoal = (loss: number, goal: number, maximize: boolean) => (maximize ? loss >= goal : loss <= goal)

function* sweepOneByOne(
  surface: Surface,
  optimizer: Optimizer,
  spec: SweepSpec,
  x: Float64Array,
  y: Float64Array,
  refused: Uint8Array,
  { loss, steps, divergedAt }: SweepRows,
): Sliced<void> {
  for (let k = 0; k < x.length; k++) {
    if (refused[k] === 1) continue
    const run = withValues(spec, x[k]!, y[k]!)
    const simulation = createSimulation(surface, optimizer, run, { domain: surface.spec.domain })
    while (!simulation.advance(256)) yield k / x.length
    const walk = simulation.finish()
    loss[k] = walk.loss.at(-1)!
    steps[k] = walk.loss.findIndex((value) => isGoal(value, spec.goal, run.maximize))
    divergedAt[k] = walk.outcome === 'diverged' ? walk.length - 1 : -1
    yield (k + 1) / x.length
  }
}
