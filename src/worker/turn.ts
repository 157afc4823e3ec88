/** Asks for a turn on this thread, soon, after other messages and timers have had theirs. */
export interface Turn {
  ask(): void
  close(): void
}

/**
 * A channel to oneself is the quickest way round a browser's message queue: `setTimeout` waits 4 ms. Node drains a channel
 * before it looks at its timers, but has `setImmediate`.
 */
export function createTurn(take: () => void): Turn {
  if (typeof setImmediate === 'function') {
    let open = true
    return {
      ask: () => void setImmediate(() => open && take()),
      close: () => {
        open = false
      },
    }
  }
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = take
  return { ask: () => port2.postMessage(null), close: () => port1.close() }
}
