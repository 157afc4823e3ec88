import type { LiveFrame } from '../../store/swarm'
import type { SwarmFrame } from '../../views/overlays'

/**
 * Makes frames to be drawn in one colour, `#rrggbb`. Positions are copied into one buffer of its own: those of a live
 * frame go back to the worker, and a view that comes later asks for the last picture again.
 */
export function createSwarmPicture(color: string): (frame: LiveFrame) => SwarmFrame {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  let positions = new Float32Array(0)
  let colors = new Uint8Array(0)
  return (frame) => {
    if (positions.length !== frame.positions.length) {
      positions = new Float32Array(frame.positions.length)
      colors = Uint8Array.from({ length: 3 * frame.count }, (_, k) => rgb[k % 3]!)
    }
    positions.set(frame.positions)
    return { count: frame.count, positions, colors, version: frame.version }
  }
}
