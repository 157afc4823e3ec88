import type { Overlay } from '../../src/views/overlays'

/** Puts colours on the page's canvas, and reads one back, so that it is done when this returns. */
export function paint({ size, rgba }: Overlay): void {
  const canvas = document.querySelector('canvas')!
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.putImageData(new ImageData(new Uint8ClampedArray(rgba), size, size), 0, 0)
  context.getImageData(0, 0, 1, 1)
}
