import type { Vector3 } from 'three'
import type { Climber } from '../../store/types'
import { identities, identityOf, outcomeColors } from '../theme'
import type { Block } from './block'
import { linear } from './critical-marks'
import { isHidden } from './picking'
import { PLAIN, type Rgb, RINGED, type Sprites } from './sprites'
import type { Flag } from './stage'
import type { Place } from './walk'

/** Half the size of a head, of a flag and of the badge beside a head, in CSS pixels. */
export const HEAD = 8
export const FLAG = 9
const BADGE = 5.5

/** How visible a climber is whom the relief hides, and one who has left the picture. */
const HIDDEN = 0.45
const OUT_OF_REACH = 0.6

const colors: readonly Rgb[] = identities.map(({ color }) => linear(color))
export const colorOf = (climber: number): Rgb => colors[climber % colors.length]!

const outcomes = {
  converged: linear(outcomeColors.converged),
  stuck: linear(outcomeColors.stuck),
  diverged: linear(outcomeColors.diverged),
}

/** Flags at the starts. They stand on their place: the mark's foot is there, not its middle. */
export function addFlags(sprites: Sprites, block: Block, eye: Vector3, flags: readonly Flag[], selected: number): void {
  for (const { climber, x, y, z } of flags) {
    const alpha = isHidden(block, eye, x, y, z) ? HIDDEN : 1
    const half = climber === selected ? FLAG + 1 : FLAG
    sprites.add('flag', x, y, z, half, colorOf(climber), alpha, PLAIN, 0, half)
  }
}

/** The climbers at the playhead, the selected one last and ringed, and a badge on whoever has met her outcome. */
export function addWalkers(
  sprites: Sprites,
  block: Block,
  eye: Vector3,
  climbers: readonly Climber[],
  places: readonly Place[],
  selected: number,
): void {
  for (let n = 0; n < places.length; n++) {
    if (n !== selected) addWalker(sprites, block, eye, climbers, places, n, false)
  }
  if (selected >= 0 && selected < places.length) {
    addWalker(sprites, block, eye, climbers, places, selected, climbers.length > 1)
  }
}

function addWalker(
  sprites: Sprites,
  block: Block,
  eye: Vector3,
  climbers: readonly Climber[],
  places: readonly Place[],
  n: number,
  ringed: boolean,
): void {
  const walk = climbers[n]?.trajectory
  if (!walk) return
  const place = places[n]!
  const { x, y, z } = place
  const alpha = !place.inReach ? OUT_OF_REACH : isHidden(block, eye, x, y, z) ? HIDDEN : 1
  sprites.add(identityOf(n).shape, x, y, z, HEAD, colorOf(n), alpha, ringed ? RINGED : PLAIN)
  if (!hasBadge(climbers[n]!, place)) return
  const { outcome } = walk
  if (outcome !== 'exhausted') sprites.add(outcome, x, y, z, BADGE, outcomes[outcome], alpha, PLAIN, HEAD, HEAD)
}

/** Whether the outcome has happened by the playhead. The last finite point stands for a divergence. */
export function hasBadge({ trajectory }: Climber, place: Place): boolean {
  if (trajectory === null || trajectory.outcome === 'exhausted') return false
  const early = trajectory.outcome === 'diverged' && trajectory.outcomeStep === trajectory.length - 1 ? 1 : 0
  return place.point >= trajectory.outcomeStep - early
}
