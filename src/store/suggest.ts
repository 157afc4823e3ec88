import { createSurface } from '../surfaces/create'
import type { Domain, HeightScale, Interval } from '../surfaces/surface'

/** Samples along a side: enough to see walls and holes, cheap enough for every keystroke. */
const SIZE = 33
/** Half-widths that are tried in turn for a formula that came without a domain. */
const HALF_WIDTHS = [5, 2, 1, 0.5] as const
/** Below this share of the range, ground counts as flat under the walls. */
const FLOOR = 0.01

export interface Suggestion {
  readonly domain: Domain
  readonly heightScale: HeightScale
}

/**
 * Where and how a typed formula is best looked at: the widest square in which it is defined and not all flat under its
 * walls, and the logarithm where tall walls at the border hide what lies between. Pure: the same text gives the same answer.
 */
export function suggestView(
  formula: string,
  parameters: Readonly<Record<string, number>>,
  domain?: Domain,
): Suggestion {
  const candidates = domain === undefined ? HALF_WIDTHS.map(square) : [domain]
  const looks = candidates.map((candidate) => ({ domain: candidate, look: lookAt(formula, parameters, candidate) }))
  const best = looks.find(({ look }) => look.finite > 0.5 && look.floor < 0.9) ?? looks[0]!
  return { domain: best.domain, heightScale: best.look.walled ? 'log' : 'linear' }
}

const square = (half: number): Domain => ({ x: [-half, half], y: [-half, half] })

interface Look {
  /** Share of samples that are finite. */
  readonly finite: number
  /** Share of finite samples in the lowest hundredth of the range. */
  readonly floor: number
  /** True when half of the ground lies in the lowest eighth and the highest point is on the border. */
  readonly walled: boolean
}

function lookAt(formula: string, parameters: Readonly<Record<string, number>>, domain: Domain): Look {
  const f = sample(formula, parameters, domain)
  const finite = f.filter(Number.isFinite).sort()
  if (finite.length === 0 || finite[0] === finite.at(-1))
    return { finite: finite.length / f.length, floor: 0, walled: false }
  const min = finite[0]!
  const max = finite.at(-1)!
  const range = max - min
  const share = (fraction: number) => finite.filter((value) => value - min <= fraction * range).length / finite.length
  return {
    finite: finite.length / f.length,
    floor: share(FLOOR),
    walled: (finite[finite.length >> 1]! - min) / range < 0.12 && f.some((value, i) => value === max && onBorder(i)),
  }
}

function sample(formula: string, parameters: Readonly<Record<string, number>>, domain: Domain): Float64Array {
  const surface = createSurface({ title: '', formula, parameters, domain, heightScale: 'linear' })
  const x = new Float64Array(SIZE * SIZE)
  const y = new Float64Array(SIZE * SIZE)
  const along = ([low, high]: Interval, i: number) => low + ((high - low) * i) / (SIZE - 1)
  for (let k = 0; k < x.length; k++) {
    x[k] = along(domain.x, k % SIZE)
    y[k] = along(domain.y, Math.floor(k / SIZE))
  }
  const f = new Float64Array(x.length)
  surface.evaluate(x, y, { f }, f.length)
  return f
}

const onBorder = (k: number) => {
  const [i, j] = [k % SIZE, Math.floor(k / SIZE)]
  return i === 0 || j === 0 || i === SIZE - 1 || j === SIZE - 1
}
