import { afterEach, describe, expect, test, vi } from 'vitest'
import { createExecutor } from '../../src/kernels/create-executor'
import { fleetOf } from '../../src/kernels/make-fleet'
import { formulaSurface, starts, walkOf } from './fixtures'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('where nothing may be compiled, the interpreter does the same work', () => {
  const walk = () => {
    const executor = createExecutor()
    const surface = formulaSurface('sin(3 x) y^2 + x^4', executor)
    const fleet = fleetOf(executor, walkOf(surface, 'Adam', { lr: 0.05 })).create(9)
    fleet.reset(starts(9, 1))
    fleet.advance(20)
    return { kind: executor.kind, x: fleet.x, y: fleet.y }
  }
  const compiled = walk()

  test('a policy that forbids generated code', () => {
    class Module {
      constructor() {
        throw new WebAssembly.CompileError('blocked by Content Security Policy')
      }
    }
    vi.stubGlobal('WebAssembly', { Memory: WebAssembly.Memory, CompileError: WebAssembly.CompileError, Module })
    expect(walk()).toEqual({ ...compiled, kind: 'interpreter' })
  })

  test('no WebAssembly at all', () => {
    vi.stubGlobal('WebAssembly', undefined)
    expect(walk()).toEqual({ ...compiled, kind: 'interpreter' })
  })

  test('which is not the case here', () => {
    expect(compiled.kind).toBe('wasm')
  })
})
