import { cubicMinimum } from './cubic'
import type { Line, Trial } from './line'
import { largest } from './vectors'

/** Trials at most, after the first. */
const MOST_TRIALS = 25
/** A bracket narrower than this, measured in the coordinate that changes most, is not searched any further. */
const NARROWEST = 1e-9

export interface WolfeConstants {
  /** Share of the promised descent that a step must bring. */
  readonly c1: number
  /** Share of the slope that may be left. */
  readonly c2: number
}

/** Two ends between which a good place lies, in the order in which PyTorch keeps them, and which is the lower. */
interface Bracket {
  readonly ends: [Trial, Trial]
  low: 0 | 1
}

/**
 * Finds a place on `line` that meets the strong Wolfe conditions `f(t) <= f(0) + c1 t f'(0)` and `|f'(t)| <= c2 |f'(0)|`,
 * trying `t` first: torch.optim's search (`_strong_wolfe`, after minFunc), branch by branch, so that its walks are
 * reproduced. When it gives up it returns the lower end of its bracket, which may be where she stands.
 */
export function strongWolfe(line: Line, t: number, { c1, c2 }: WolfeConstants): Trial {
  const { origin } = line
  const isTooHigh = ({ t, loss }: Trial) => loss > origin.loss + c1 * t * origin.slope
  const isLevel = ({ slope }: Trial) => Math.abs(slope) <= -c2 * origin.slope

  let previous = origin
  for (let count = 0; count < MOST_TRIALS; count++) {
    const trial = line.try(t)
    trial.verdict = 'too-long'
    if (isTooHigh(trial) || (count > 1 && trial.loss >= previous.loss)) return zoom([previous, trial], count)
    if (isLevel(trial)) return trial
    if (trial.slope >= 0) return zoom([previous, trial], count)
    trial.verdict = Number.isFinite(trial.loss) ? 'too-short' : 'undefined'
    t = cubicMinimum(previous, trial, [trial.t + 0.01 * (trial.t - previous.t), trial.t * 10])
    previous = trial
  }
  return lower(bracketOf([origin, line.try(t)]))

  function zoom(ends: [Trial, Trial], tried: number): Trial {
    const bracket = bracketOf(ends)
    let stalls = false
    for (let count = tried; count < MOST_TRIALS && !(widthOf(bracket, line) < NARROWEST); count++) {
      const next = nextTrial(bracket, stalls)
      stalls = next.stalls
      const trial = line.try(next.t)
      trial.verdict = 'too-long'
      const low = lower(bracket)
      const high = 1 - bracket.low
      if (isTooHigh(trial) || trial.loss >= low.loss) {
        ends[high] = trial
        bracket.low = bracketOf(ends).low
        continue
      }
      if (isLevel(trial)) return trial
      if (trial.slope < 0) trial.verdict = 'too-short'
      if (trial.slope * (ends[high]!.t - low.t) >= 0) ends[high] = low
      ends[bracket.low] = trial
    }
    return lower(bracket)
  }
}

const bracketOf = (ends: [Trial, Trial]): Bracket => ({ ends, low: ends[0].loss <= ends[1].loss ? 0 : 1 })
const lower = ({ ends, low }: Bracket): Trial => ends[low]
const widthOf = ({ ends: [a, b] }: Bracket, line: Line) => Math.abs(b.t - a.t) * largest(line.direction)

/** The cubic's minimum, or, where that keeps falling close to the same end, a tenth of the bracket away from it. */
function nextTrial({ ends: [a, b] }: Bracket, stalled: boolean): { readonly t: number; readonly stalls: boolean } {
  const t = cubicMinimum(a, b)
  const [left, right] = [Math.min(a.t, b.t), Math.max(a.t, b.t)]
  const margin = 0.1 * (right - left)
  if (!(Math.min(right - t, t - left) < margin)) return { t, stalls: false }
  if (!stalled && t < right && t > left) return { t, stalls: true }
  return { t: Math.abs(t - right) < Math.abs(t - left) ? right - margin : left + margin, stalls: false }
}
