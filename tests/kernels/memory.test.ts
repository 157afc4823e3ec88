/** A page makes kernels by the hundred (every keystroke, every slider); none may leave anything behind. */

import { expect, test } from 'vitest'
import { createExecutor } from '../../src/kernels/create-executor'
import { fleetOf } from '../../src/kernels/make-fleet'
import { formulaSurface, starts, walkOf } from './fixtures'

/** As a page does: a new formula, a preview of its basins, then another. The powers keep engines from reusing code. */
function preview(executor: ReturnType<typeof createExecutor>, i: number): void {
  const surface = formulaSurface(
    `sin(${1 + i / 7} x) + exp(-y^2) + x^${1 + (i % 10)} y^${1 + Math.floor(i / 10)} / 1e9`,
    executor,
  )
  const release = starts(64, 2)
  const fleet = fleetOf(executor, walkOf(surface, 'Adam', { lr: 0.01 + i / 1e4 })).create(64)
  fleet.reset(release)
  fleet.advance(20)
  surface.value(Float64Array.of(1, 2))
}

test('kernels share one memory, which does not grow with their number', () => {
  const memories: WebAssembly.Memory[] = []
  const { Memory } = WebAssembly
  class Counted extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor)
      memories.push(this)
    }
  }
  WebAssembly.Memory = Counted
  try {
    const executor = createExecutor()
    preview(executor, 0)
    const bytes = memories[0]!.buffer.byteLength
    for (let i = 1; i <= 100; i++) preview(executor, i)
    expect(memories).toHaveLength(1)
    expect(memories[0]!.buffer.byteLength).toBe(bytes)
  } finally {
    WebAssembly.Memory = Memory
  }
})

test('kernels that are dropped are collected, their code included', async () => {
  const { setFlagsFromString } = await import('node:v8')
  const { runInNewContext } = await import('node:vm')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const executor = createExecutor()
  const instances: WeakRef<WebAssembly.Instance>[] = []
  const { Instance } = WebAssembly
  class Watched extends Instance {
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      super(module, imports)
      instances.push(new WeakRef<WebAssembly.Instance>(this))
    }
  }
  WebAssembly.Instance = Watched
  try {
    for (let i = 0; i < 100; i++) preview(executor, i)
  } finally {
    WebAssembly.Instance = Instance
  }
  expect(instances.length).toBeGreaterThanOrEqual(100)
  // A turn of the event loop lets go of what the last job held.
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setTimeout(resolve))
    collect()
  }
  const alive = instances.filter((instance) => instance.deref() !== undefined).length
  expect(alive).toBeLessThanOrEqual(10)
})
