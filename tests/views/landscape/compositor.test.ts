import { PerspectiveCamera, Scene, type Vector2, type WebGLRenderer, type WebGLRenderTarget } from 'three'
import { describe, expect, test } from 'vitest'
import { Compositor } from '../../../src/views/landscape/compositor'
import { ARROWS, GHOSTS, joining, MOVING, STILL, TRAILS } from '../../../src/views/landscape/layers'

/** A compositor whose renderer only notes which layers of the scene it is to draw, and into what. */
function drawn(keep: boolean) {
  const scene = new Scene()
  const camera = new PerspectiveCamera()
  const pictures: { readonly onCanvas: boolean; readonly layers: number }[] = []
  let target: WebGLRenderTarget | null = null
  const renderer = {
    autoClear: true,
    state: { buffers: { color: { setClear() {} } } },
    clear() {},
    getContext: () => ({ flush() {} }),
    getDrawingBufferSize: (size: Vector2) => size.set(8, 6),
    setRenderTarget: (next: WebGLRenderTarget | null) => {
      target = next
    },
    render: (what: Scene) => {
      if (what === scene) pictures.push({ onCanvas: target === null, layers: camera.layers.mask })
    },
  }
  const compositor = new Compositor(renderer as unknown as WebGLRenderer, scene, camera, keep)
  return {
    compositor,
    pictures,
    /** Layers on the canvas in the last frame. */
    onCanvas: () => pictures.findLast((picture) => picture.onCanvas)!.layers,
  }
}

const bits = (...layers: number[]) => layers.reduce((mask, layer) => mask | (1 << layer), 0)

describe('where a processor draws', () => {
  test('trails, ghosts and arrows join one by one, after the first two frames with climbers', () => {
    const { compositor, onCanvas } = drawn(true)
    const frames = Array.from({ length: 6 }, () => {
      compositor.draw(false, true)
      return onCanvas()
    })
    const alone = bits(MOVING)
    expect(frames).toEqual([
      alone,
      alone,
      bits(MOVING, TRAILS),
      bits(MOVING, TRAILS, GHOSTS),
      bits(MOVING, TRAILS, GHOSTS, ARROWS),
      bits(MOVING, TRAILS, GHOSTS, ARROWS),
    ])
  })

  test('nobody joins, no frame is asked for and nothing is smoothed before the walks are known', () => {
    const { compositor, pictures, onCanvas } = drawn(true)
    for (let k = 0; k < 9; k++) expect(compositor.draw(false, false)).toBe(false)
    expect(onCanvas()).toBe(bits(MOVING))
    expect(pictures.filter(({ layers }) => layers === bits(STILL))).toHaveLength(1)
  })

  test('frames are asked for until everybody has joined and the picture is smooth, then no more', () => {
    const { compositor } = drawn(true)
    let frames = 1
    while (compositor.draw(false, true)) frames++
    // Two frames alone, and the last to join is in the first of four more pictures, each in six bands.
    expect(frames).toBe(2 + joining.length - 1 + 4 * 6)
    expect(compositor.draw(false, true)).toBe(false)
  })

  test('a picture for export lacks nobody, whenever it is taken', () => {
    const { compositor, onCanvas } = drawn(true)
    compositor.drawFinal()
    expect(onCanvas()).toBe(bits(MOVING, ...joining))
  })
})

test('a graphics card draws everything from the first frame', () => {
  const { compositor, pictures } = drawn(false)
  expect(compositor.draw(false, false)).toBe(false)
  expect(pictures).toHaveLength(1)
  for (const layer of [STILL, MOVING, ...joining]) expect(pictures[0]!.layers & bits(layer)).not.toBe(0)
})
