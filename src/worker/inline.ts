import { type Connect, protocolVersion } from './protocol'
import { createScheduler } from './scheduler'

/** Half a frame at 60 Hz: the page keeps moving. */
const SLICE_MS = 8

/** Does the work on this thread, in time slices: for frames that may not have workers, and for Node. */
export const connectInline: Connect = ({ onReply }) => {
  let open = true
  const scheduler = createScheduler({ reply: (reply) => open && onReply(reply), slice: SLICE_MS })
  queueMicrotask(() => open && onReply({ type: 'ready', version: protocolVersion }))
  return {
    send: scheduler.receive,
    close: () => {
      open = false
      scheduler.close()
    },
  }
}
