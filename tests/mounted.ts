import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, vi } from 'vitest'

/** A place in the document for each test of a file. */
export interface Mounted {
  readonly host: HTMLElement
  render(node: ReactNode): void
  /** What is to be disposed of after the test. */
  keep<T extends { dispose(): void }>(thing: T): T
}

/** To be called at the top of a file. What is mounted is unmounted after each test. */
export function mounted(): Mounted {
  let root: Root
  let host: HTMLElement
  let kept: { dispose(): void }[]

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    host = document.body.appendChild(document.createElement('div'))
    root = createRoot(host)
    kept = []
  })
  afterEach(() => {
    act(() => root.unmount())
    host.remove()
    for (const thing of kept) thing.dispose()
    vi.unstubAllGlobals()
  })

  return {
    get host() {
      return host
    },
    render: (node) => act(() => root.render(node)),
    keep: (thing) => {
      kept.push(thing)
      return thing
    },
  }
}
