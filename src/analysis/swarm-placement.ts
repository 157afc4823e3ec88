import { createRandom } from '../math/random'
import type { Domain, Interval } from '../surfaces/surface'

/** How the climbers of a swarm are laid out at first: on a grid over the domain, anywhere in it, or around a place. */
export type Placement =
  | { readonly kind: 'grid' }
  | { readonly kind: 'random'; readonly seed: number }
  | {
      readonly kind: 'disc'
      readonly x: number
      readonly y: number
      /** In domain units. */
      readonly radius: number
      readonly seed: number
    }

export interface Places {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Places for `count` climbers. A grid has as many columns as rows; its last row may be short. */
export function placeSwarm(domain: Domain, placement: Placement, count: number): Places {
  const places = { x: new Float64Array(count), y: new Float64Array(count) }
  const at = placer(domain, placement, count)
  for (let i = 0; i < count; i++) {
    const [x, y] = at(i)
    places.x[i] = x
    places.y[i] = y
  }
  return places
}

type Placer = (i: number) => readonly [number, number]

function placer(domain: Domain, placement: Placement, count: number): Placer {
  if (placement.kind === 'grid') {
    const columns = Math.ceil(Math.sqrt(count))
    const rows = Math.ceil(count / columns)
    return (i) => [
      within(domain.x, ((i % columns) + 0.5) / columns),
      within(domain.y, (Math.floor(i / columns) + 0.5) / rows),
    ]
  }
  const random = createRandom(placement.seed)
  if (placement.kind === 'random') return () => [within(domain.x, random.uniform()), within(domain.y, random.uniform())]
  const { x, y, radius } = placement
  return () => {
    // The square root spreads them evenly over the area.
    const distance = radius * Math.sqrt(random.uniform())
    const angle = 2 * Math.PI * random.uniform()
    return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)]
  }
}

const within = ([low, high]: Interval, share: number) => low + (high - low) * share
