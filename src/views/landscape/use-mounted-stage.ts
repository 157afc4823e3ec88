import { createRoot, extend, type ReconcilerRoot } from '@react-three/fiber'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { Mesh, Points, WebGLRenderer } from 'three'
import type { Block } from './block'
import { watchContext } from './context-loss'
import { FIELD_OF_VIEW, type Pose } from './framing'
import { type Graphics, probeGraphics } from './graphics'
import { Stage } from './stage'

// Only what the parts are made of: fiber's <Canvas> would bring all of three.
extend({ Mesh, Points })

/** A stage and the React root whose components draw on it. */
export interface MountedStage {
  readonly stage: Stage
  readonly root: Pick<ReconcilerRoot<HTMLCanvasElement>, 'render'>
}

/** A picture may have up to twice as many pixels along each side as the layout has. */
const PIXEL_RATIO: [number, number] = [1, 2]

export interface StageCallbacks {
  /** What the machine can draw with; asked for where it is not known. */
  readonly graphics: Graphics | undefined
  readonly onRest: (pose: Pose) => void
  readonly onUnavailable: () => void
  /** The first picture has been drawn. */
  readonly onDrawn: () => void
}

/**
 * Puts a canvas into `host` and keeps its size. Null until then, and where there is no WebGL 2. `first` and `callbacks` are
 * only read; a new value mounts nothing anew.
 */
export function useMountedStage(
  host: RefObject<HTMLElement | null>,
  first: () => Block,
  callbacks: StageCallbacks,
): MountedStage | null {
  const [mounted, setMounted] = useState<MountedStage | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a landscape keeps its canvas for life
  useLayoutEffect(() => {
    if (host.current === null) return
    const mount = mountStage(host.current, first(), callbacks)
    if (mount === undefined) {
      callbacks.onUnavailable()
      return
    }
    setMounted(mount)
    return () => {
      mount.unmount()
      setMounted(null)
    }
  }, [])
  return mounted
}

function mountStage(
  host: HTMLElement,
  block: Block,
  { graphics: known, onRest, onUnavailable, onDrawn }: StageCallbacks,
) {
  const graphics = known ?? probeGraphics()
  if (graphics === undefined) return undefined
  const { software } = graphics
  const canvas = graphics.takeCanvas() ?? document.createElement('canvas')
  // A canvas that is shown before there is a picture on it would be read back, and waited for, all the same.
  canvas.style.display = 'none'
  host.append(canvas)
  const size = sizeOf(host)
  const dpr = software ? 1 : Math.min(Math.max(window.devicePixelRatio, PIXEL_RATIO[0]), PIXEL_RATIO[1])
  // A canvas that has its size already need not give up its first buffer.
  canvas.width = Math.floor(size.width * dpr)
  canvas.height = Math.floor(size.height * dpr)
  const root = createRoot(canvas)
  root
    .configure({
      // Software keeps the picture of the block and smooths it itself.
      gl: (defaults) => new WebGLRenderer({ ...defaults, antialias: !software, alpha: false, stencil: false }),
      frameloop: 'demand',
      flat: true,
      dpr: software ? 1 : PIXEL_RATIO,
      size,
      camera: { manual: true, fov: FIELD_OF_VIEW, near: 0.1, far: 40 },
    })
    .catch(() => undefined)
  if (root.ready.status !== 'fulfilled') {
    canvas.remove()
    return undefined
  }
  const state = root.render(null).getState()
  const stage = new Stage(state, block, software, onRest)
  stage.onFirstDraw = () => {
    canvas.style.display = 'block'
    onDrawn()
  }
  const stopResizing = followSize(host, ({ width, height }) => {
    state.setSize(width, height)
    stage.resized()
  })
  const stopWatching = watchContext(canvas, { onRestored: () => stage.touch(), onGone: onUnavailable })
  const unmount = () => {
    stopWatching()
    stopResizing()
    root.unmount()
    stage.dispose()
    canvas.remove()
  }
  return { stage, root, unmount }
}

function followSize(host: HTMLElement, onSize: (size: { width: number; height: number }) => void): () => void {
  let known = sizeOf(host)
  const observer = new ResizeObserver(() => {
    const size = sizeOf(host)
    // A host that is not displayed has no size: it keeps the last one.
    if (size.width === known.width && size.height === known.height) return
    known = size
    onSize(size)
  })
  observer.observe(host)
  return () => observer.disconnect()
}

/** In CSS pixels, untouched by transforms of the page. */
const sizeOf = (host: HTMLElement) => ({
  width: Math.max(host.offsetWidth, 1),
  height: Math.max(host.offsetHeight, 1),
  top: 0,
  left: 0,
})
