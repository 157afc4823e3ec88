import type { Connect, Port, PortHandlers } from './protocol'

/**
 * Opens a line before anybody asks for one, so that a worker loads its program while the page still loads its own. The
 * first to connect gets that line, with whatever was said on it meanwhile; everyone after gets a new one.
 */
export function openEarly(connect: Connect): Connect {
  const missed: ((handlers: PortHandlers) => void)[] = []
  let taker: PortHandlers | null = null
  const tell = (what: (handlers: PortHandlers) => void) => {
    if (taker === null) missed.push(what)
    else what(taker)
  }
  const port = tryTo(() =>
    connect({
      onReply: (reply) => tell((handlers) => handlers.onReply(reply)),
      onDeath: (reason) => tell((handlers) => handlers.onDeath(reason)),
    }),
  )
  return (handlers) => {
    // Where a line could not be opened the next attempt says why.
    if (port === null || taker !== null) return connect(handlers)
    taker = handlers
    queueMicrotask(() => {
      for (const what of missed.splice(0)) what(handlers)
    })
    return port
  }
}

function tryTo(open: () => Port): Port | null {
  try {
    return open()
  } catch {
    return null
  }
}
