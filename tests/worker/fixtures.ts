import { connectInline } from '../../src/worker/inline'
import { type Connect, type PortHandlers, protocolVersion, type Reply, type Request } from '../../src/worker/protocol'

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

export const refused: Connect = () => {
  throw new DOMException('no workers in a sandboxed frame', 'SecurityError')
}
