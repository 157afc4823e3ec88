import type { Vector3 } from 'three'
import type { Sketch } from '../overlays'
import type { Arrows } from './arrows'
import { type Block, worldX, worldZ } from './block'
import { groundLine, heightAt, type Stroke } from './ground-line'
import { isHidden } from './picking'
import type { Rgb, Sprites } from './sprites'
import { colorOf } from './walker-marks'

const PIECE = 0.025
/** Radii of dots in CSS pixels: what is tried, and where an average is. */
const DOT = 2.6
const END = 4.2
/** Corners of a circle. */
const CORNERS = 72
/** How much of its strength a sketch keeps that was not taken. */
const FAINT = 0.65

/** Draws what an optimizer tries on the ground: thin strokes and small dots in a lighter tint of its climber's colour. */
export function addSketch(arrows: Arrows, sprites: Sprites, block: Block, eye: Vector3, sketch: Sketch): void {
  const { xy, kind, climber } = sketch
  if (kind === 'circle') {
    addCircle(arrows, block, sketch)
    return
  }
  const count = xy.length >> 1
  const isTrail = kind === 'trail'
  const firstDot = isTrail ? count - 1 : kind === 'curve' ? count : 0
  const color = lighter(colorOf(climber))
  for (let k = firstDot; k < count; k++) {
    const [X, Z] = [worldX(block, xy[2 * k]!), worldZ(block, xy[2 * k + 1]!)]
    const y = heightAt(block, X, Z, Number.NaN)
    if (Number.isNaN(y)) continue
    const alpha = isHidden(block, eye, X, y, Z) ? 0.25 : 0.9
    sprites.add('dot', X, y, Z, isTrail ? END : DOT, color, sketch.faint ? FAINT * alpha : alpha)
  }
  if (kind === 'points') return
  const stroke = strokeOf(sketch)
  const pieces = kind === 'closed' ? count : count - 1
  for (let k = 0; k < pieces; k++) {
    const next = (k + 1) % count
    line(arrows, block, xy[2 * k]!, xy[2 * k + 1]!, xy[2 * next]!, xy[2 * next + 1]!, stroke)
  }
}

function addCircle(arrows: Arrows, block: Block, sketch: Sketch): void {
  const { xy, radius = 0 } = sketch
  const stroke = strokeOf(sketch)
  const x = (k: number) => xy[0]! + radius * Math.cos((2 * Math.PI * k) / CORNERS)
  const y = (k: number) => xy[1]! + radius * Math.sin((2 * Math.PI * k) / CORNERS)
  for (let k = 0; k < CORNERS; k++) line(arrows, block, x(k), y(k), x(k + 1), y(k + 1), stroke)
}

const strokeOf = ({ climber, kind, faint }: Sketch): Stroke => ({
  color: lighter(colorOf(climber)),
  alpha: faint ? 0.85 * FAINT : 0.85,
  width: kind === 'trail' ? 2 : 1.5,
  head: 0,
})

/** Halfway to white, as the slope at her feet: it lies beside a trail of her colour. */
const lighter = ([r, g, b]: Rgb): Rgb => [(1 + r) / 2, (1 + g) / 2, (1 + b) / 2]

/** A straight line of the domain, as far as both its ends are finite and near enough to be worth drawing. */
function line(arrows: Arrows, block: Block, x0: number, y0: number, x1: number, y1: number, stroke: Stroke): void {
  const [X0, Z0, X1, Z1] = [worldX(block, x0), worldZ(block, y0), worldX(block, x1), worldZ(block, y1)]
  if (!(Math.max(Math.abs(X0), Math.abs(Z0), Math.abs(X1), Math.abs(Z1)) < 4)) return
  groundLine(arrows, block, X0, Z0, X1, Z1, PIECE, stroke)
}
