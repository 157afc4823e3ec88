import { protocolVersion, type Reply, type Request, transferables } from './protocol'
import { createScheduler } from './scheduler'

/** Long enough to be worth the switch, short enough that a cancel is seen at once. */
const SLICE_MS = 12

const scope = globalThis as unknown as DedicatedWorkerGlobalScope

const reply = (message: Reply) =>
  scope.postMessage(message, message.type === 'done' ? transferables(message.result) : [])

const scheduler = createScheduler({ reply, slice: SLICE_MS })
scope.onmessage = (event: MessageEvent<Request>) => scheduler.receive(event.data)
reply({ type: 'ready', version: protocolVersion })
