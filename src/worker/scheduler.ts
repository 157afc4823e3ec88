import type { Sliced } from '../math/sliced'
import { createWorkshop } from './jobs'
import type { Job, JobResult, Reply, Request } from './protocol'
import { createTurn, type Turn } from './turn'

/** Who waits least patiently goes first: the ground, then the walks on it, then what is drawn over both. */
const urgency: Readonly<Record<Job['kind'], number>> = {
  field: 0,
  simulate: 1,
  swarm: 2,
  criticalPoints: 3,
  attractors: 3,
  basinRows: 4,
  sweepRows: 4,
}

interface Task {
  readonly id: number
  readonly job: Job
  /** Set when its turn first comes. */
  work: Sliced<JobResult> | null
  /** True while the code of its work is being fetched. */
  waiting: boolean
}

interface SchedulerOptions {
  readonly reply: (reply: Reply) => void
  /** Milliseconds of work before other messages get their turn. */
  readonly slice: number
  /** Milliseconds between two reports of progress. */
  readonly reportEvery?: number
  /** Milliseconds that have passed since some moment. Default: the platform's. */
  readonly clock?: () => number
  /** How the thread is asked for another turn. Default: the platform's message queue. */
  readonly turns?: (take: () => void) => Turn
}

interface Scheduler {
  receive(request: Request): void
  /** Drops all work; nothing is answered any more. */
  close(): void
}

/**
 * Does jobs one slice at a time, the most urgent first, and lets other messages in between slices: a cancelled job stops
 * within one slice, and a long walk never keeps a small job waiting.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { reply, slice, reportEvery = 50, clock = () => performance.now(), turns = createTurn } = options
  const open = createWorkshop()
  const tasks: Task[] = []
  let scheduled = false
  let reported = 0

  const schedule = () => {
    if (scheduled || tasks.every(({ waiting }) => waiting)) return
    scheduled = true
    turn.ask()
  }
  const remove = (task: Task) => tasks.splice(tasks.indexOf(task), 1)

  const begin = (task: Task): Sliced<JobResult> | null => {
    const opened = open(task.job)
    if (!(opened instanceof Promise)) return opened
    task.waiting = true
    opened
      .then(
        (work) => {
          task.work = work
        },
        (error: unknown) => {
          task.work = failing(error)
        },
      )
      .then(() => {
        task.waiting = false
        schedule()
      })
    return null
  }
  const advance = (task: Task, until: number): Reply | null => {
    task.work ??= begin(task)
    if (task.work === null) return null
    for (;;) {
      const { done, value } = task.work.next()
      if (done) return { type: 'done', id: task.id, result: value }
      const now = clock()
      if (now < until) continue
      if (now - reported < reportEvery) return null
      reported = now
      return { type: 'progress', id: task.id, fraction: value }
    }
  }
  const turn = turns(() => {
    scheduled = false
    const task = tasks.filter(({ waiting }) => !waiting).reduce<Task | undefined>(moreUrgent, undefined)
    if (task === undefined) return
    let answer: Reply | null
    try {
      answer = advance(task, clock() + slice)
    } catch (error) {
      answer = { type: 'failed', id: task.id, message: error instanceof Error ? error.message : String(error) }
    }
    if (answer?.type === 'done' || answer?.type === 'failed') remove(task)
    if (answer !== null) reply(answer)
    schedule()
  })
  const cancel = (id: number) => {
    const task = tasks.find((candidate) => candidate.id === id)
    if (task === undefined) return
    remove(task)
    reply({ type: 'cancelled', id })
  }
  return {
    receive(request) {
      if (request.type === 'cancel') cancel(request.id)
      else {
        // Short work is done before anybody would read how far it is.
        if (tasks.length === 0) reported = clock()
        tasks.push({ id: request.id, job: request.job, work: null, waiting: false })
      }
      schedule()
    },
    close() {
      tasks.length = 0
      turn.close()
    },
  }
}

// biome-ignore lint/correctness/useYield: it fails at its first step
function* failing(error: unknown): Sliced<never> {
  throw error
}

const moreUrgent = (first: Task | undefined, task: Task): Task =>
  first === undefined || urgency[task.job.kind] < urgency[first.job.kind] ? task : first
