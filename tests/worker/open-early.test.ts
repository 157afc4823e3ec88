import { describe, expect, it } from 'vitest'
import { openEarly } from '../../src/worker/open-early'
import type { Connect, PortHandlers } from '../../src/worker/protocol'

/** A connect that notes the handlers it was given. */
function recorder() {
  const opened: PortHandlers[] = []
  const connect: Connect = (handlers) => {
    opened.push(handlers)
    return { send: () => {}, close: () => {} }
  }
  return { opened, connect }
}

const listener = () => {
  const heard: string[] = []
  const handlers: PortHandlers = { onReply: ({ type }) => heard.push(type), onDeath: (reason) => heard.push(reason) }
  return { heard, handlers }
}

describe('a line that is opened early', () => {
  it('is given to the first who asks, with what was said on it meanwhile', async () => {
    const { opened, connect } = recorder()
    const take = openEarly(connect)
    expect(opened).toHaveLength(1)
    opened[0]!.onReply({ type: 'ready', version: 1 })
    const { heard, handlers } = listener()
    take(handlers)
    expect(heard).toEqual([])
    await Promise.resolve()
    expect(heard).toEqual(['ready'])
    opened[0]!.onDeath('gone')
    expect(heard).toEqual(['ready', 'gone'])
    expect(opened).toHaveLength(1)
  })

  it('is given once: the next who asks gets a line of her own', () => {
    const { opened, connect } = recorder()
    const take = openEarly(connect)
    take(listener().handlers)
    take(listener().handlers)
    expect(opened).toHaveLength(2)
  })

  it('that cannot be opened says so to whoever asks', () => {
    const take = openEarly(() => {
      throw new Error('no workers here')
    })
    expect(() => take(listener().handlers)).toThrow('no workers here')
  })
})
