import { surfaces } from '../registry'
import type { Domain } from '../surfaces/surface'
import type { SceneSurface } from './types'

/** Where a typed formula is drawn when the document does not say. */
export const defaultInterval = [-5, 5] as const

/** Where a climber starts who was given no start: the surface's own place, or off the middle, where few formulas are level. */
export function defaultStart(surface: SceneSurface): readonly [number, number] {
  if (typeof surface === 'string') return surfaces.get(surface)?.start ?? [0, 0]
  const { x, y }: Domain = surface.domain ?? { x: defaultInterval, y: defaultInterval }
  return [x[0] + 0.3 * (x[1] - x[0]), y[0] + 0.7 * (y[1] - y[0])]
}
