import { type Connect, type Job, type JobResult, type Port, protocolVersion, type Reply } from './protocol'

/** A job on its way, and whom to tell. */
export interface Task {
  readonly id: number
  readonly job: Job
  /** How often it has been given to a worker that then died. */
  deaths: number
  done(result: JobResult): void
  failed(reason: unknown): void
  progress(fraction: number): void
}

export interface LineOptions {
  readonly connect: Connect
  /** Milliseconds of silence after which a busy worker counts as hung. */
  readonly silence: number
  /** Milliseconds that a worker has to let go of a cancelled job. */
  readonly release: number
  /** The line is closed; `ready` tells whether it ever worked, `orphans` are the jobs without an answer. */
  readonly onEnd: (end: {
    readonly line: Line
    readonly ready: boolean
    readonly reason: string
    readonly orphans: Task[]
  }) => void
}

/** A worker at the other end of a port: what it was given, and whether it is alive. */
export class Line {
  readonly #options: LineOptions
  readonly #port: Port
  readonly #tasks = new Map<number, Task>()
  /** Cancelled jobs that the worker has not let go of yet, with the timers that wait for it. */
  readonly #cancelled = new Map<number, ReturnType<typeof setTimeout>>()
  #ready = false
  #closed = false
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #doubtful = false

  /** Throws when the port cannot be opened. */
  constructor(options: LineOptions) {
    this.#options = options
    this.#port = options.connect({
      onReply: (reply) => this.#receive(reply),
      onDeath: (reason) => this.#end(reason, true),
    })
  }

  get load(): number {
    return this.#tasks.size + this.#cancelled.size
  }

  start(task: Task): void {
    this.#tasks.set(task.id, task)
    this.#port.send({ type: 'start', id: task.id, job: task.job })
    this.#watch()
  }

  cancel(id: number): void {
    if (!this.#tasks.delete(id)) return
    this.#port.send({ type: 'cancel', id })
    const hung = () => this.#end('the worker did not let go of a cancelled job', false)
    this.#cancelled.set(id, setTimeout(hung, this.#options.release))
  }

  /** Ends everything without a word. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#watchdog)
    for (const timer of this.#cancelled.values()) clearTimeout(timer)
    this.#port.close()
  }

  #receive(reply: Reply): void {
    if (this.#closed) return
    this.#doubtful = false
    if (reply.type === 'ready') this.#greet(reply.version)
    else if (reply.type === 'progress') this.#tasks.get(reply.id)?.progress(reply.fraction)
    else {
      const task = this.#tasks.get(reply.id)
      this.#forget(reply.id)
      if (reply.type === 'done') task?.done(reply.result)
      else if (reply.type === 'failed') task?.failed(new Error(reply.message))
    }
    this.#watch()
  }

  #greet(version: number): void {
    if (version === protocolVersion) this.#ready = true
    else this.#end('the worker is of another version of the program', true)
  }

  #forget(id: number): void {
    this.#tasks.delete(id)
    clearTimeout(this.#cancelled.get(id))
    this.#cancelled.delete(id)
  }

  #watch(): void {
    clearTimeout(this.#watchdog)
    if (this.#tasks.size === 0 || this.#closed) return
    this.#watchdog = setTimeout(() => {
      // After a sleep the timer may fire before messages that came long ago: wait once more, briefly.
      if (this.#doubtful) return this.#end('the worker did not answer', true)
      this.#doubtful = true
      this.#watchdog = setTimeout(() => this.#end('the worker did not answer', true), 1000)
    }, this.#options.silence)
  }

  #end(reason: string, died: boolean): void {
    if (this.#closed) return
    this.close()
    const orphans = [...this.#tasks.values()]
    if (died) for (const task of orphans) task.deaths++
    this.#options.onEnd({ line: this, ready: this.#ready, reason, orphans })
  }
}
