/** How long workers take to let go of work that is cancelled. */
import { surfaces } from '../../src/registry'
import { specOf } from '../../src/surfaces/create'
import { createEngine } from '../../src/worker/client'
import { connectWorker } from '../../src/worker/connect'
import type { Connect, Request } from '../../src/worker/protocol'

const CANCELLATIONS = 20

/** Milliseconds from the abortion of a basin map of 512 x 512 to the last worker's word that it has stopped. */
export async function cancel(surface: string, optimizer: string): Promise<readonly number[]> {
  const under = new Set<number>()
  let stopped = () => {}
  const connect: Connect = ({ onReply, onDeath }) => {
    const port = connectWorker({
      onDeath,
      onReply: (reply) => {
        if (reply.type !== 'ready' && reply.type !== 'progress') {
          under.delete(reply.id)
          if (under.size === 0) stopped()
        }
        onReply(reply)
      },
    })
    const send = (request: Request) => {
      if (request.type === 'start') under.add(request.id)
      port.send(request)
    }
    return { send, close: port.close }
  }
  const engine = createEngine({ connect })
  const spec = specOf(surfaces.get(surface)!)
  const run = { optimizer, hyperparameters: { lr: 1e-4 }, maximize: false, steps: 10_000, seed: 0 }
  const minima = await engine.attractors(spec, false)
  const times: number[] = []
  for (let k = 0; k < CANCELLATIONS; k++) {
    const controller = new AbortController()
    const map = engine.basins({ surface: spec, run, size: 512, coarsest: 512, minima }, { signal: controller.signal })
    // At another moment of the work each time.
    await new Promise((resolve) => setTimeout(resolve, 60 + 7 * k))
    const settled = map.then(
      () => Promise.reject(new Error('the map was finished before it was cancelled')),
      () => undefined,
    )
    const before = performance.now()
    const silence = new Promise<void>((resolve) => {
      stopped = resolve
    })
    if (under.size === 0) throw new Error('nothing was under way')
    controller.abort()
    await silence
    times.push(performance.now() - before)
    await settled
  }
  engine.dispose()
  return times
}
