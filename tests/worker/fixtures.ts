import { connectInline } from '../../src/worker/inline'
import { type Connect, type PortHandlers, protocolVersion, type Reply, type Request } from '../../src/worker/protocol'
import { createScheduler } from '../../src/worker/scheduler'

/** The worker's end of one line, in the test's hands. */
export class FakeWorker {
  readonly requests: Request[] = []
  closed = false
  constructor(readonly handlers: PortHandlers) {}

  reply(reply: Reply): void {
    this.handlers.onReply(reply)
  }

  ready(): this {
    this.reply({ type: 'ready', version: protocolVersion })
    return this
  }

  die(reason = 'out of memory'): void {
    this.handlers.onDeath(reason)
  }

  /** Ids of the jobs it was given, in order. */
  get started(): number[] {
    return this.requests.filter(({ type }) => type === 'start').map(({ id }) => id)
  }
}

/** A `connect` whose workers the test plays, and the list of them. */
export function fakeWorkers(): { connect: Connect; workers: FakeWorker[] } {
  const workers: FakeWorker[] = []
  const connect: Connect = (handlers) => {
    const worker = new FakeWorker(handlers)
    workers.push(worker)
    return {
      send: (request) => worker.requests.push(request),
      close: () => {
        worker.closed = true
      },
    }
  }
  return { connect, workers }
}

export const inline = connectInline

/** A scheduler whose turns the test gives, by a clock that ticks a millisecond each time it is read. */
export function playedScheduler(slice = 8) {
  const replies: Reply[] = []
  let ticks = 0
  let take = () => {}
  let asked = false
  const scheduler = createScheduler({
    slice,
    reply: (reply) => replies.push(reply),
    clock: () => ticks++,
    turns: (turn) => {
      take = turn
      return {
        ask: () => {
          asked = true
        },
        close: () => {
          asked = false
        },
      }
    },
  })
  /** One turn, if it was asked for; returns how often the clock was read: once, and once a slice of work. */
  const turn = (): number => {
    const before = ticks
    const wanted = asked
    asked = false
    if (wanted) take()
    return ticks - before
  }
  return { replies, turn, receive: scheduler.receive }
}

export const refused: Connect = () => {
  throw new DOMException('no workers in a sandboxed frame', 'SecurityError')
}
