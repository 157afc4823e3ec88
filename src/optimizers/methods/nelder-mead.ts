import { format } from '../../math/format'
import { type Climb, method, type StepRecord } from '../method'
import { minus, norm, plus, scaled, type Vector } from './vectors'
import { count, describeMove, stateNumber } from './words'

interface Corner {
  readonly theta: Vector
  /** Infinite where the objective has no value. */
  readonly loss: number
}

/** A corner on the line from the worst one through the centre of the others, `t` times their distance beyond the centre. */
interface Thrown extends Corner {
  readonly t: number
}

interface State {
  theta: Vector
  /** The best corner first. */
  simplex: readonly Corner[]
  /** Longest distance of a corner from the best. */
  size: number
  /** Where the new corner was thrown; 0 when the simplex shrank instead. */
  t: number
}

interface Coefficients {
  readonly reflection: number
  readonly expansion: number
  readonly contraction: number
}

type Asking = Pick<Climb, 'oracle' | 'attempt'>

export default method({
  name: 'NelderMead',
  summary: 'A triangle that tumbles downhill: its worst corner is thrown over the others, farther if that pays.',
  reference: 'Nelder & Mead 1965, The Computer Journal 7; in the form of Lagarias et al. 1998, SIAM J. Optim. 9',
  hyperparameters: { size: 0.5, reflection: 1, expansion: 2, contraction: 0.5, shrink: 0.5 },
  recorded: ['size', 't'],
  /** The first simplex: the start, and a corner `size` away along each axis. */
  begin(climb, start): State {
    const { size } = climb.hyperparameters
    const others = Array.from(start, (_, i) => start.map((value, j) => (i === j ? value + size : value)))
    const simplex = inOrder([start, ...others].map((theta) => ask(climb, theta)))
    logSimplex(climb, simplex)
    return { theta: start, simplex, size, t: 0 }
  },
  step(climb, state: State) {
    const tried: Thrown[] = []
    const thrown = throwWorst(state.simplex, climb.hyperparameters, (theta, t) => {
      const corner = { ...ask(climb, theta), t }
      tried.push(corner)
      return corner
    })
    for (const corner of tried) {
      const failed = Number.isFinite(corner.loss) ? 'rejected' : 'undefined'
      climb.attempt({ kind: 'probe', ...corner, verdict: corner === thrown ? 'accepted' : failed })
    }
    state.t = thrown?.t ?? 0
    state.simplex =
      thrown === undefined
        ? shrunk(climb, state.simplex, climb.hyperparameters.shrink)
        : inOrder([...state.simplex.slice(0, -1), thrown])
    state.theta = state.simplex[0]!.theta
    state.size = Math.max(...state.simplex.map(({ theta }) => norm(minus(theta, state.theta))))
    logSimplex(climb, state.simplex)
  },
  describe,
})

/** The corner to replace the worst with, or undefined when nothing on the line is good enough. */
function throwWorst(
  simplex: readonly Corner[],
  { reflection, expansion, contraction }: Coefficients,
  askAt: (theta: Vector, t: number) => Thrown,
): Thrown | undefined {
  const [best, worst, others] = [simplex[0]!, simplex.at(-1)!, simplex.slice(0, -1)]
  const sum = others.map(({ theta }) => theta).reduce((total, theta) => plus(total, theta))
  const centre = scaled(sum, 1 / others.length)
  const away = minus(centre, worst.theta)
  const at = (t: number) => askAt(plus(centre, away, t), t)

  const reflected = at(reflection)
  if (reflected.loss < best.loss) {
    const expanded = at(reflection * expansion)
    return expanded.loss < reflected.loss ? expanded : reflected
  }
  if (reflected.loss < others.at(-1)!.loss) return reflected
  if (reflected.loss < worst.loss) {
    const outside = at(reflection * contraction)
    return outside.loss <= reflected.loss ? outside : undefined
  }
  const inside = at(-contraction)
  return inside.loss < worst.loss ? inside : undefined
}

/** Every corner drawn towards the best. */
function shrunk(climb: Asking, [best, ...others]: readonly Corner[], shrink: number): readonly Corner[] {
  const drawn = others.map(({ theta }) => ask(climb, plus(best!.theta, minus(theta, best!.theta), shrink)))
  for (const corner of drawn) {
    climb.attempt({ kind: 'probe', ...corner, verdict: Number.isFinite(corner.loss) ? 'noted' : 'undefined' })
  }
  return inOrder([best!, ...drawn])
}

function ask({ oracle }: Asking, theta: Vector): Corner {
  const loss = oracle.value(theta)
  return { theta, loss: Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss }
}

/** The best first; among equals the older corner, as Lagarias et al. demand. */
const inOrder = (corners: readonly Corner[]): readonly Corner[] =>
  corners.toSorted((a, b) => (a.loss < b.loss ? -1 : a.loss > b.loss ? 1 : 0))

function logSimplex(climb: Asking, simplex: readonly Corner[]): void {
  for (const corner of simplex) {
    climb.attempt({ kind: 'simplex', ...corner, verdict: Number.isFinite(corner.loss) ? 'noted' : 'undefined' })
  }
}

function describe(record: StepRecord): readonly string[] {
  const t = stateNumber(record, 't')
  const probes = record.attempts.filter(({ kind }) => kind === 'probe')
  const losses = probes.map(({ loss }) => format(loss)).join(', ')
  return [
    `${nameOf(t, record)}: asked ${count(probes.length, 'loss', 'losses')}, ${losses}`,
    `the simplex reaches ${format(stateNumber(record, 'size'))} from its best corner`,
    describeMove(record),
  ]
}

function nameOf(t: number, { hyperparameters: { reflection } }: StepRecord): string {
  if (t === 0) return 'shrinks towards the best corner'
  if (t < 0) return 'pulls the worst corner in'
  if (t === reflection) return 'throws the worst corner over the others'
  return t > Number(reflection)
    ? 'throws the worst corner far over the others'
    : 'throws the worst corner a little over'
}
