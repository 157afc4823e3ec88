import type { JobOptions } from '../worker/engine'

/** Work that takes longer than this is long: it shows its progress, can be cancelled, and is superseded at once. */
export const PATIENCE_MS = 200

export interface LatestHandlers<I, O> {
  work(input: I, options: JobOptions): Promise<O>
  land(output: O, input: I): void
  fail(reason: unknown, input: I): void
  /** Progress came in, or a job became long. */
  changed(): void
}

/** One job at a time and at most one waiting. */
export interface Latest<I> {
  /**
   * Starts `input`, or lets it wait in place of whatever waited. A short job in flight may land first, so that dragging a
   * slider shows every stage that there is time for; a long one is aborted.
   */
  request(input: I): void
  /** Aborts all and forgets it. True when there was something. */
  cancel(): boolean
  readonly busy: boolean
  /** 0 to 1 while the job in flight is long, else null. */
  readonly progress: number | null
}

export function createLatest<I, O>(handlers: LatestHandlers<I, O>): Latest<I> {
  let waiting: { readonly input: I } | null = null
  let current: Job | null = null

  const start = (input: I) => {
    const job = createJob(changed)
    current = job
    const done = (settle: () => void) => {
      job.end()
      if (current !== job) return
      current = null
      settle()
      const next = waiting
      waiting = null
      // `settle` may have asked for something itself.
      if (next !== null && current === null) start(next.input)
    }
    handlers.work(input, job.options).then(
      (output) => done(() => handlers.land(output, input)),
      (reason: unknown) => done(() => handlers.fail(reason, input)),
    )
  }
  const abort = () => {
    const job = current
    current = null
    job?.abort()
  }
  const changed = () => {
    const next = waiting
    if (next !== null && current?.long) {
      waiting = null
      abort()
      start(next.input)
    }
    handlers.changed()
  }
  return {
    request(input) {
      if (current?.long) abort()
      if (current === null) start(input)
      else waiting = { input }
    },
    cancel() {
      const busy = current !== null
      waiting = null
      abort()
      return busy
    },
    get busy() {
      return current !== null
    },
    get progress() {
      return current?.long ? current.fraction : null
    },
  }
}

interface Job {
  readonly options: JobOptions
  readonly long: boolean
  readonly fraction: number
  abort(): void
  end(): void
}

function createJob(changed: () => void): Job {
  const controller = new AbortController()
  let fraction = 0
  let long = false
  const timer = setTimeout(() => {
    long = true
    changed()
  }, PATIENCE_MS)
  const end = () => clearTimeout(timer)
  return {
    options: {
      signal: controller.signal,
      onProgress: (value) => {
        fraction = value
        if (long) changed()
      },
    },
    get long() {
      return long
    },
    get fraction() {
      return fraction
    },
    abort() {
      end()
      controller.abort(new DOMException('superseded', 'AbortError'))
    },
    end,
  }
}
