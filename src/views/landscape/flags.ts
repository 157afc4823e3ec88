import type { Climber } from '../../store/types'
import { type Block, worldX, worldZ } from './block'
import type { Flag } from './stage'
import { clip, groundY, type Height } from './trail-points'

/** A flag at the start of every climber who starts within the picture. */
export function flagsOf(block: Block, climbers: readonly Climber[], height: Height): Flag[] {
  return climbers.flatMap(({ run: { start } }, climber) => {
    const [x, y] = start
    if (clip(block, x, y, x, y) === undefined) return []
    const [X, Z] = [worldX(block, x), worldZ(block, y)]
    return [{ climber, x: X, y: groundY(block, height, x, y, X, Z), z: Z }]
  })
}
