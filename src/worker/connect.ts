import { type Connect, handOver, type Port, type Reply, type Request } from './protocol'

/** A module worker of its own. Throws where the page may not have one. */
export const connectWorker: Connect = ({ onReply, onDeath }) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'climber' })
  worker.onmessage = (event: MessageEvent<Reply>) => onReply(event.data)
  worker.onerror = (event) => {
    event.preventDefault()
    onDeath(event.message || 'the worker could not be loaded')
  }
  worker.onmessageerror = () => onDeath('an answer of the worker could not be read')
  return {
    send: (request) => {
      const { message, buffers } = handOver(request)
      worker.postMessage(message, buffers)
    },
    close: () => worker.terminate(),
  }
}

/** The work on this thread. Its code is loaded only where it is needed. */
export const connectHere: Connect = (handlers) => {
  const waiting: Request[] = []
  let port: Port = { send: (request) => waiting.push(request), close: () => {} }
  let closed = false
  import('./inline').then(
    ({ connectInline }) => {
      if (closed) return
      port = connectInline(handlers)
      for (const request of waiting) port.send(request)
    },
    () => closed || handlers.onDeath('the program could not be loaded'),
  )
  return {
    send: (request) => port.send(request),
    close: () => {
      closed = true
      port.close()
    },
  }
}
