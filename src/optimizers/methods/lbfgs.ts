import { method, type StepRecord } from '../method'
import { look } from './footing'
import { Line } from './line'
import { strongWolfe } from './strong-wolfe'
import { absoluteSum, dot, largest, minus, negated, plus, scaled, type Vector } from './vectors'
import { count, describeLineSearch, describeMove, stateNumber } from './words'

/** A change of place and the change of slope that came with it. */
interface Pair {
  readonly s: Vector
  readonly y: Vector
}

interface State {
  theta: Vector
  /** The last direction and the share of it that was walked. */
  d: Vector
  t: number
  /** Iterations so far, in all steps together. */
  n_iter: number
  /** The newest last. */
  pairs: readonly Pair[]
  /** The curvature that the newest pair showed, inverted: what the inverse Hessian is built upon. */
  H_diag: number
  prev_flat_grad: Vector
}

/** Armijo's and the curvature condition's constants, as in PyTorch. */
const constants = { c1: 1e-4, c2: 0.9 }
/** Pairs that curve less than this are not trusted, as in PyTorch. */
const LEAST_CURVATURE = 1e-10

const lbfgs = method({
  name: 'LBFGS',
  summary:
    'Remembers how the slope changed over the last steps and, from that, guesses the way straight to the bottom.',
  reference: 'Nocedal 1980; Liu & Nocedal 1989, "On the limited memory BFGS method"; torch.optim.LBFGS',
  hyperparameters: {
    lr: 1,
    max_iter: 20,
    max_eval: 0,
    tolerance_grad: 1e-7,
    tolerance_change: 1e-9,
    history_size: 100,
    line_search_fn: 'none',
  },
  landscape: { max_iter: 1, tolerance_change: 1e-15, line_search_fn: 'strong_wolfe' },
  choices: { line_search_fn: ['none', 'strong_wolfe'] },
  recorded: ['d', 't', 'n_iter'],
  validate: ({ max_iter, max_eval, history_size }) => {
    const counts = Object.entries({ max_iter, max_eval, history_size })
    const bad = counts.find(([, value]) => !Number.isInteger(value))
    return bad && `${bad[0]} must be a whole number, not ${bad[1]}`
  },
  begin: (_, start): State => ({
    theta: start,
    d: new Float64Array(start.length),
    t: 0,
    n_iter: 0,
    pairs: [],
    H_diag: 1,
    prev_flat_grad: new Float64Array(start.length),
  }),
  /** One call of PyTorch's `step(closure)`: up to `max_iter` iterations, stopped early as there. */
  step(climb, state: State) {
    const { lr, max_iter, tolerance_grad, tolerance_change, history_size, line_search_fn } = climb.hyperparameters
    const max_eval = climb.hyperparameters.max_eval || Math.floor(max_iter * 1.25)
    const isOptimal = (gradient: Vector) => largest(gradient) <= tolerance_grad
    let here = look(climb, state.theta)
    let evaluations = 1
    if (isOptimal(here.gradient)) return
    for (let iteration = 1; iteration <= max_iter; iteration++) {
      turn(state, here.gradient, history_size)
      state.prev_flat_grad = here.gradient
      const previous = here.loss
      state.t = state.n_iter === 1 ? Math.min(1, 1 / absoluteSum(here.gradient)) * lr : lr
      if (dot(here.gradient, state.d) > -tolerance_change) return
      const line = new Line(climb, here, state.d)
      if (line_search_fn === 'strong_wolfe') {
        const chosen = strongWolfe(line, state.t, constants)
        state.t = chosen.t
        here = chosen
      } else if (iteration < max_iter) here = line.try(state.t)
      evaluations += line.count
      line.settle(here)
      state.theta = plus(line.origin.theta, state.d, state.t)
      if (evaluations >= max_eval || isOptimal(here.gradient)) return
      if (largest(scaled(state.d, state.t)) <= tolerance_change) return
      if (Math.abs(here.loss - previous) < tolerance_change) return
    }
  },
  describe,
})

export default lbfgs

/** The line search of a step that is one iteration; of several, each along its own direction, how many they were. */
function describe(record: StepRecord): readonly string[] {
  const iterations = stateNumber(record, 'n_iter') - stateNumber(record, 'n_iter', 'from')
  if (iterations === 1) return describeLineSearch(record)
  const { gradient } = record.asked
  return [`${count(iterations, 'iteration')}, ${count(gradient, 'evaluation')}`, describeMove(record)]
}

/** Sets `d` to the guess of the way to the bottom: the negative gradient times the inverse Hessian that the pairs show. */
function turn(state: State, gradient: Vector, history_size: number): void {
  state.n_iter++
  if (state.n_iter === 1) {
    state.d = negated(gradient)
    return
  }
  const y = minus(gradient, state.prev_flat_grad)
  const s = scaled(state.d, state.t)
  const ys = dot(y, s)
  if (ys > LEAST_CURVATURE) {
    const kept = state.pairs.slice(Math.max(0, state.pairs.length + 1 - history_size))
    state.pairs = [...kept, { s, y }]
    state.H_diag = ys / dot(y, y)
  }
  state.d = twoLoop(gradient, state.pairs, state.H_diag)
}

/** The two-loop recursion (Nocedal & Wright 2006, algorithm 7.4), for the negative gradient. */
function twoLoop(gradient: Vector, pairs: readonly Pair[], H_diag: number): Vector {
  const rho = pairs.map(({ s, y }) => 1 / dot(y, s))
  const alpha = new Float64Array(pairs.length)
  let q = negated(gradient)
  for (let i = pairs.length - 1; i >= 0; i--) {
    alpha[i] = dot(pairs[i]!.s, q) * rho[i]!
    q = plus(q, pairs[i]!.y, -alpha[i]!)
  }
  let d = scaled(q, H_diag)
  for (const [i, { s, y }] of pairs.entries()) d = plus(d, s, alpha[i]! - dot(y, d) * rho[i]!)
  return d
}
