// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { probeGraphics } from '../../../src/views/landscape/graphics'

/** Lets canvases give a context of that renderer, or none. */
function machine(renderer: string | null) {
  const state = { lost: false }
  const gl = {
    RENDERER: 1,
    getParameter: () => renderer,
    getExtension: (name: string) => (name === 'WEBGL_lose_context' ? { loseContext: () => (state.lost = true) } : null),
    isContextLost: () => state.lost,
  }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(renderer === null ? null : (gl as never))
  return state
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a processor that draws', () => {
  test('gives the canvas that was asked to the first who wants one', () => {
    const state = machine('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))')
    const graphics = probeGraphics()!
    expect(graphics.software).toBe(true)
    expect(state.lost).toBe(false)
    expect(graphics.takeCanvas()).toBeInstanceOf(HTMLCanvasElement)
    expect(graphics.takeCanvas()).toBeUndefined()
  })

  test('keeps a canvas to itself whose context was lost meanwhile', () => {
    const state = machine('llvmpipe (LLVM 15.0.6)')
    const graphics = probeGraphics()!
    state.lost = true
    expect(graphics.takeCanvas()).toBeUndefined()
  })
})

test('a graphics card gets its context back: the landscape wants one that smooths edges', () => {
  const state = machine('ANGLE (NVIDIA GeForce RTX 3060)')
  const graphics = probeGraphics()!
  expect(graphics.software).toBe(false)
  expect(state.lost).toBe(true)
  expect(graphics.takeCanvas()).toBeUndefined()
})

test('no WebGL 2, no graphics', () => {
  machine(null)
  expect(probeGraphics()).toBeUndefined()
})
