import type { Overlay } from '../overlays'
import { decode } from './srgb'

/** Linear colour and opacity of the overlay at a place given in samples of the field, of `last` cells a side. */
export function readOverlay(
  { size, rgba, smooth }: Overlay,
  x: number,
  y: number,
  last: number,
  out: Float32Array,
): void {
  const ox = (x / last) * (size - 1)
  const oy = (y / last) * (size - 1)
  if (smooth !== true) {
    const k = 4 * (Math.round(oy) * size + Math.round(ox))
    for (let channel = 0; channel < 3; channel++) out[channel] = decode[rgba[k + channel]!]!
    out[3] = rgba[k + 3]! / 255
    return
  }
  const [i, j] = [Math.min(Math.floor(ox), size - 2), Math.min(Math.floor(oy), size - 2)]
  const [s, t] = [ox - i, oy - j]
  out.fill(0)
  for (let corner = 0; corner < 4; corner++) {
    const k = 4 * ((j + (corner >> 1)) * size + i + (corner & 1))
    const weight = (corner & 1 ? s : 1 - s) * (corner >> 1 ? t : 1 - t)
    for (let channel = 0; channel < 3; channel++) out[channel]! += weight * decode[rgba[k + channel]!]!
    out[3]! += (weight * rgba[k + 3]!) / 255
  }
}
