import { connectHere, connectWorker } from './connect'
import type { JobOptions } from './engine'
import { Line, type LineOptions, type Task } from './line'
import { type Connect, isTile, type Job, type ResultOf } from './protocol'

export interface PoolOptions {
  /** How a worker is reached. */
  readonly connect?: Connect
  /** What is used instead where workers cannot be had. */
  readonly fallback?: Connect
  /** Workers that jobs on their own start at most. Default: two where there are more than two processors, else one. */
  readonly workers?: number
  /** Workers that the tiles of a large job are spread over. Default: one a processor, at most eight. */
  readonly tileWorkers?: number
  /** Milliseconds of silence after which a busy worker counts as hung. */
  readonly silence?: number
  /** Milliseconds that a worker has to let go of a cancelled job before it is replaced. */
  readonly release?: number
}

/** How many deaths of a worker a job survives: the worker is restarted once. */
const DEATHS = 1

/** Workers, started as they are needed, and the jobs that they do. Every promise settles. */
export class Pool {
  readonly #options: Required<PoolOptions>
  readonly #lines = new Set<Line>()
  readonly #tasks = new Map<number, { readonly task: Task; line: Line | null }>()
  /** Where each swarm lives. */
  readonly #homes = new Map<string, Line>()
  #connect: Connect
  #nextId = 1
  #disposed = false

  constructor(options: PoolOptions) {
    this.#options = {
      connect: connectWorker,
      fallback: connectHere,
      workers: processors() > 2 ? 2 : 1,
      tileWorkers: Math.min(processors(), 8),
      silence: 10_000,
      release: 250,
      ...options,
    }
    this.#connect = this.#options.connect
  }

  /** How many tiles may be under way at once. */
  get width(): number {
    return this.#isHere ? 1 : Math.max(this.#options.workers, this.#options.tileWorkers)
  }

  submit<J extends Job>(job: J, { signal, onProgress }: JobOptions = {}): Promise<ResultOf<J>> {
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
          // A kind of job determines its kind of result, which messages cannot say.
          resolve(result as ResultOf<J>)
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

  dispose(): void {
    this.#disposed = true
    for (const line of this.#lines) line.close()
    this.#lines.clear()
    this.#homes.clear()
    for (const { task } of [...this.#tasks.values()]) task.failed(disposed())
  }

  #dispatch(task: Task): void {
    const entry = this.#tasks.get(task.id)
    if (entry === undefined) return
    try {
      entry.line = this.#lineFor(task.job)
      entry.line.start(task)
    } catch (error) {
      task.failed(error)
    }
  }

  /** A swarm's own line, or a free one. */
  #lineFor(job: Job): Line {
    if (job.kind !== 'swarm') return this.#freeLine(isTile(job) ? this.width : this.#options.workers)
    const home = this.#homes.get(job.swarm) ?? this.#freeLine(this.#options.workers)
    if (job.steps === null) this.#homes.delete(job.swarm)
    else this.#homes.set(job.swarm, home)
    return home
  }

  /** An idle line, a new one while there may be more, or the least loaded one. */
  #freeLine(most: number): Line {
    const lines = [...this.#lines].sort((a, b) => a.load - b.load)
    const least = lines[0]
    if (least !== undefined && (least.load === 0 || lines.length >= (this.#isHere ? 1 : most))) return least
    const line = this.#open()
    this.#lines.add(line)
    return line
  }

  get #isHere(): boolean {
    return this.#connect === this.#options.fallback
  }

  #open(): Line {
    const { silence, release } = this.#options
    const options = { silence, release, onEnd: this.#onEnd }
    try {
      return new Line({ ...options, connect: this.#connect })
    } catch (error) {
      if (this.#isHere) throw error
      // A sandboxed frame: no worker may be constructed.
      this.#connect = this.#options.fallback
      return new Line({ ...options, connect: this.#connect })
    }
  }

  readonly #onEnd: LineOptions['onEnd'] = ({ line, ready, reason, orphans }) => {
    this.#lines.delete(line)
    for (const [swarm, home] of this.#homes) if (home === line) this.#homes.delete(swarm)
    const wasFallback = this.#isHere
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
