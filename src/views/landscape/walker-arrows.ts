import type { Vector3 } from 'three'
import type { CriticalPoint } from '../../analysis/types'
import type { Climber } from '../../store/types'
import { identities } from '../theme'
import type { Arrows } from './arrows'
import { type Block, scaleX, scaleZ, worldX, worldZ } from './block'
import { linear } from './critical-marks'
import { groundLine, heightAt } from './ground-line'
import { isHidden } from './picking'
import { arrowLength, type Slope, slopeAtPlace } from './slopes'
import type { Rgb } from './sprites'
import type { Place } from './walk'

/** Her own colour, halfway to white: it lies beside a trail of her colour. */
const pale: readonly Rgb[] = identities.map(({ color }) => {
  const [r, g, b] = linear(color)
  return [(1 + r) / 2, (1 + g) / 2, (1 + b) / 2]
})

const WIDTH = 2.6
const ARROWHEAD = 9

/**
 * The slope under every climber's feet, pointing the way that her optimizer is told to go: against the gradient, or along
 * it when she climbs. `scratch` is overwritten.
 */
export function addSlopes(
  arrows: Arrows,
  block: Block,
  eye: Vector3,
  climbers: readonly Climber[],
  places: readonly Place[],
  step: number,
  scratch: Slope,
): void {
  for (let n = 0; n < places.length; n++) {
    const climber = climbers[n]
    const place = places[n]!
    if (!climber?.trajectory || !place.inReach) continue
    slopeAtPlace(block, climber.trajectory, place, step, climber.run.maximize, scratch)
    const length = arrowLength(scratch.steepness)
    if (!(length > 0.02)) continue
    const { x, y, z } = place
    const [toX, toZ] = [x + scratch.x * length, z + scratch.z * length]
    const toY = heightAt(block, toX, toZ, y)
    const alpha = isHidden(block, eye, x, y, z) ? 0.35 : 1
    arrows.add(x, y, z, toX, toY, toZ, pale[n % pale.length]!, alpha, WIDTH, ARROWHEAD)
  }
}

const downhill = linear('#8fd3ff')
const uphill = linear('#ffb27a')

/** Length of a principal direction to each side, in world units, and of its straight pieces. */
const REACH = 0.3
const PIECE = 0.05

/** A saddle's principal directions, both ways: two lead down and two lead up. */
export function addPrincipalDirections(arrows: Arrows, block: Block, point: CriticalPoint): void {
  const [X, Z] = [worldX(block, point.x), worldZ(block, point.y)]
  point.directions.forEach(([dx, dy], k) => {
    const [wide, deep] = [dx * scaleX(block), -dy * scaleZ(block)]
    const stretch = REACH / Math.hypot(wide, deep)
    const stroke = { color: point.eigenvalues[k]! < 0 ? downhill : uphill, alpha: 1, width: 2.4, head: 10 }
    for (const side of [-1, 1]) {
      groundLine(arrows, block, X, Z, X + side * stretch * wide, Z + side * stretch * deep, PIECE, stroke)
    }
  })
}
