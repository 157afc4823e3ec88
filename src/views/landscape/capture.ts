import { Vector2 } from 'three'
import type { Stage } from './stage'

/**
 * A picture of what is seen with `scale` times as many pixels. The canvas takes that size for one frame and gives its
 * pixels away in the same task: the drawing buffer is not kept.
 */
export function capture(stage: Stage, scale: number, type: string): Promise<Blob> {
  const { renderer, size } = stage
  const ratio = stage.uPixelRatio.value
  const longest = Math.max(size.width, size.height) * ratio
  const most = renderer.capabilities.maxTextureSize
  if (!(scale > 0)) return Promise.reject(new RangeError(`scale is ${scale}; it must be greater than 0`))
  const enlarged = ratio * Math.min(scale, most / longest)
  const before = renderer.getDrawingBufferSize(new Vector2())
  try {
    stage.capturing = true
    renderer.setDrawingBufferSize(size.width, size.height, enlarged)
    stage.resize(size, enlarged)
    stage.advance()
    return blobOf(renderer.domElement, type)
  } finally {
    stage.capturing = false
    renderer.setDrawingBufferSize(before.x / ratio, before.y / ratio, ratio)
    stage.resize(size, ratio)
    stage.advance()
  }
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error(`the browser could not make a picture of type ${type}`))
      else resolve(blob)
    }, type)
  })
}
