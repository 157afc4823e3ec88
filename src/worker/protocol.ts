import type { CriticalPointReport, HeightField } from '../analysis/types'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import type { SurfaceSpec } from '../surfaces/surface'

/** Raised when messages change, so that a page never talks to a worker left over from another version of the program. */
export const protocolVersion = 1

/** One piece of work, serialisable. */
export type Job =
  | { readonly kind: 'field'; readonly surface: SurfaceSpec; readonly size: number }
  | { readonly kind: 'simulate'; readonly surface: SurfaceSpec; readonly run: RunSpec }
  | { readonly kind: 'criticalPoints'; readonly surface: SurfaceSpec }

export type JobResult = HeightField | Trajectory | CriticalPointReport

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

/** The buffers of a result, to be moved rather than copied: its own and those of the records it holds. */
export const transferables = (result: object): ArrayBuffer[] =>
  Object.values(result).flatMap((value: unknown) => {
    if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : []
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? transferables(value) : []
  })
