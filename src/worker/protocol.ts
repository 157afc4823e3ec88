import type { Rows } from '../analysis/basins'
import type { Attractor } from '../analysis/basins-attractors'
import type { Errand } from '../analysis/errand'
import type { Census, SwarmSpec } from '../analysis/swarm'
import type { SweepRows, SweepSpec } from '../analysis/sweep'
import type { CriticalPoint, CriticalPointReport, HeightField } from '../analysis/types'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import type { SurfaceSpec } from '../surfaces/surface'

/** Raised when messages change, so that a page never talks to a worker left over from another version of the program. */
export const protocolVersion = 2

interface FieldJob {
  readonly kind: 'field'
  readonly surface: SurfaceSpec
  readonly size: number
}

interface SimulateJob {
  readonly kind: 'simulate'
  readonly surface: SurfaceSpec
  readonly run: RunSpec
}

interface CriticalPointsJob {
  readonly kind: 'criticalPoints'
  readonly surface: SurfaceSpec
}

/** Where climbers may come to rest; without `points` the critical points are sought first. */
interface AttractorsJob {
  readonly kind: 'attractors'
  readonly surface: SurfaceSpec
  readonly maximize: boolean
  readonly points?: readonly CriticalPoint[]
}

/** Some rows of a basin map: their labels. */
interface BasinRowsJob {
  readonly kind: 'basinRows'
  readonly surface: SurfaceSpec
  readonly run: Errand
  readonly attractors: readonly Attractor[]
  readonly rows: Rows
}

/** Some rows of a sweep. */
interface SweepRowsJob {
  readonly kind: 'sweepRows'
  readonly surface: SurfaceSpec
  readonly spec: SweepSpec
  readonly rows: Rows
}

/**
 * The next steps of a swarm that lives in one worker. It is released by the first such job, and again when anything but
 * its run changes; a changed run it follows from where it stands.
 */
export interface SwarmJob {
  readonly kind: 'swarm'
  readonly surface: SurfaceSpec
  /** Which swarm. */
  readonly swarm: string
  /** Another number releases it again. */
  readonly generation: number
  readonly spec: SwarmSpec
  /** Null lets it go. */
  readonly steps: number | null
  /** Room for the answer: moved to the worker and back. */
  readonly positions: Float32Array<ArrayBuffer>
  /** Where to count the climbers; nobody is counted without. */
  readonly attractors?: readonly Attractor[]
}

export type SwarmRequest = Omit<SwarmJob, 'kind' | 'swarm'>

export interface SwarmStep {
  /** x, y of every climber, interleaved; NaN for the diverged. */
  readonly positions: Float32Array<ArrayBuffer>
  /** Steps taken since the release. */
  readonly taken: number
  /** False when nobody can ever move again. */
  readonly moving: boolean
  readonly census: Census | null
}

/** What each kind of job is answered by. */
interface Results {
  readonly field: HeightField
  readonly simulate: Trajectory
  readonly criticalPoints: CriticalPointReport
  readonly attractors: readonly Attractor[]
  readonly basinRows: Int32Array
  readonly sweepRows: SweepRows
  readonly swarm: SwarmStep
}

/** One piece of work, serialisable. */
export type Job = FieldJob | SimulateJob | CriticalPointsJob | AttractorsJob | BasinRowsJob | SweepRowsJob | SwarmJob
export type ResultOf<J extends Job> = Results[J['kind']]
export type JobResult = ResultOf<Job>

/** Whether a job is a part of a larger one, which every worker may take a share of. */
export const isTile = ({ kind }: Job): boolean => kind === 'basinRows' || kind === 'sweepRows'

/** Page to worker. */
export type Request =
  | { readonly type: 'start'; readonly id: number; readonly job: Job }
  | { readonly type: 'cancel'; readonly id: number }

/** Worker to page. Every `start` is answered by exactly one `done`, `failed` or `cancelled`. */
export type Reply =
  | { readonly type: 'ready'; readonly version: number }
  | { readonly type: 'progress'; readonly id: number; readonly fraction: number }
  | { readonly type: 'done'; readonly id: number; readonly result: JobResult }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'cancelled'; readonly id: number }

/** One end of a line to whoever does the work. */
export interface Port {
  send(request: Request): void
  /** Gives up the line and whatever is being done at its other end. */
  close(): void
}

export interface PortHandlers {
  onReply(reply: Reply): void
  /** The other end is gone and will not answer any more. */
  onDeath(reason: string): void
}

/** Opens a line. Throws where that kind of line cannot be had. */
export type Connect = (handlers: PortHandlers) => Port

/**
 * A request as it can be sent, and the buffers that it hands over. A buffer that went down with another worker cannot be
 * sent again: an empty one takes its place.
 */
export function handOver(request: Request): { readonly message: Request; readonly buffers: ArrayBuffer[] } {
  if (request.type !== 'start' || request.job.kind !== 'swarm') return { message: request, buffers: [] }
  const { buffer } = request.job.positions
  if (buffer.byteLength > 0) return { message: request, buffers: [buffer] }
  return { message: { ...request, job: { ...request.job, positions: new Float32Array(0) } }, buffers: [] }
}

/** The buffers of a result, to be moved rather than copied: its own and those of the records it holds. */
export function transferables(result: object): ArrayBuffer[] {
  if (ArrayBuffer.isView(result)) return result.buffer instanceof ArrayBuffer ? [result.buffer] : []
  return Object.values(result).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? transferables(value) : [],
  )
}
