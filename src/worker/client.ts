import type { CriticalPointReport, HeightField } from '../analysis/types'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import type { SurfaceSpec } from '../surfaces/surface'
import { connectHere, connectWorker } from './connect'
import type { Engine, JobOptions } from './engine'
import { Line, type LineOptions, type Task } from './line'
import type { Connect, Job, JobResult } from './protocol'

export interface EngineOptions {
  /** How a worker is reached. */
  readonly connect?: Connect
  /** What is used instead where workers cannot be had. */
  readonly fallback?: Connect
  /** Workers at most. Default: two where there are more than two processors, else one. */
  readonly workers?: number
  /** Milliseconds of silence after which a busy worker counts as hung. */
  readonly silence?: number
  /** Milliseconds that a worker has to let go of a cancelled job before it is replaced. */
  readonly release?: number
}

/** The engine of a page. Workers start with the first job. One engine serves any number of scenes. */
export const createEngine = (options: EngineOptions = {}): Engine => new WorkerEngine(options)

/** How many deaths of a worker a job survives: the worker is restarted once. */
const DEATHS = 1

class WorkerEngine implements Engine {
  readonly #options: Required<EngineOptions>
  readonly #lines = new Set<Line>()
  readonly #tasks = new Map<number, { readonly task: Task; line: Line | null }>()
  #connect: Connect
  #nextId = 1
  #disposed = false

  constructor(options: EngineOptions) {
    this.#options = {
      connect: connectWorker,
      fallback: connectHere,
      workers: processors() > 2 ? 2 : 1,
      silence: 10_000,
      release: 250,
      ...options,
    }
    this.#connect = this.#options.connect
  }

  field(surface: SurfaceSpec, size: number, options?: JobOptions): Promise<HeightField> {
    return this.#submit({ kind: 'field', surface, size }, options)
  }

  simulate(surface: SurfaceSpec, run: RunSpec, options?: JobOptions): Promise<Trajectory> {
    return this.#submit({ kind: 'simulate', surface, run }, options)
  }

  criticalPoints(surface: SurfaceSpec, options?: JobOptions): Promise<CriticalPointReport> {
    return this.#submit({ kind: 'criticalPoints', surface }, options)
  }

  dispose(): void {
    this.#disposed = true
    for (const line of this.#lines) line.close()
    this.#lines.clear()
    for (const { task } of [...this.#tasks.values()]) task.failed(disposed())
  }

  /** A kind of job determines its kind of result, which the protocol cannot say. */
  #submit<T extends JobResult>(job: Job, { signal, onProgress }: JobOptions = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      if (this.#disposed) return reject(disposed())
      const id = this.#nextId++
      const settle = () => {
        this.#tasks.delete(id)
        signal?.removeEventListener('abort', abort)
      }
      const abort = () => {
        const line = this.#tasks.get(id)?.line
        settle()
        line?.cancel(id)
        reject(signal?.reason)
      }
      const task: Task = {
        id,
        job,
        deaths: 0,
        done: (result) => {
          settle()
          resolve(result as T)
        },
        failed: (reason) => {
          settle()
          reject(reason)
        },
        progress: (fraction) => onProgress?.(fraction),
      }
      signal?.addEventListener('abort', abort)
      this.#tasks.set(id, { task, line: null })
      this.#dispatch(task)
    })
  }

  #dispatch(task: Task): void {
    const entry = this.#tasks.get(task.id)
    if (entry === undefined) return
    try {
      entry.line = this.#freeLine()
      entry.line.start(task)
    } catch (error) {
      task.failed(error)
    }
  }

  /** An idle line, a new one while there may be more, or the least loaded one. */
  #freeLine(): Line {
    const lines = [...this.#lines].sort((a, b) => a.load - b.load)
    const least = lines[0]
    if (least !== undefined && (least.load === 0 || lines.length >= this.#mostLines)) return least
    const line = this.#open()
    this.#lines.add(line)
    return line
  }

  get #mostLines(): number {
    return this.#connect === this.#options.fallback ? 1 : this.#options.workers
  }

  #open(): Line {
    const { silence, release } = this.#options
    const options = { silence, release, onEnd: this.#onEnd }
    try {
      return new Line({ ...options, connect: this.#connect })
    } catch (error) {
      if (this.#connect === this.#options.fallback) throw error
      // A sandboxed frame: no worker may be constructed.
      this.#connect = this.#options.fallback
      return new Line({ ...options, connect: this.#connect })
    }
  }

  readonly #onEnd: LineOptions['onEnd'] = ({ line, ready, reason, orphans }) => {
    this.#lines.delete(line)
    const wasFallback = this.#connect === this.#options.fallback
    // A worker that never said a word cannot be had here (a policy, a missing file): restarting it would not help.
    if (!ready) this.#connect = this.#options.fallback
    for (const task of orphans) {
      const hopeless = ready ? task.deaths > DEATHS : wasFallback
      if (hopeless) task.failed(new Error(`The computation failed: ${reason}.`))
      else this.#dispatch(task)
    }
  }
}

const processors = () => (typeof navigator === 'undefined' ? 1 : (navigator.hardwareConcurrency ?? 1))
const disposed = () => new DOMException('the engine was disposed', 'AbortError')
