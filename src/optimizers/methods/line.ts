import type { Climb } from '../method'
import type { Verdict } from './attempts'
import type { Footing } from './footing'
import { dot, plus, type Vector } from './vectors'

/** A place on a line: `t` times the direction from where the line begins. */
export interface Trial extends Footing {
  readonly t: number
  /** Of the loss, for each unit of `t`. */
  readonly slope: number
  verdict: Verdict
}

type Asking = Pick<Climb, 'oracle' | 'attempt'>

/** A line through the landscape, from where she stands along `direction`, and what was tried on it. */
export class Line {
  readonly origin: Trial
  readonly direction: Vector
  readonly #climb: Asking
  readonly #trials: Trial[] = []

  constructor(climb: Asking, { theta, loss, gradient }: Footing, direction: Vector) {
    this.#climb = climb
    this.direction = direction
    this.origin = { theta, loss, gradient, t: 0, slope: dot(gradient, direction), verdict: 'noted' }
  }

  /** Places tried so far. */
  get count(): number {
    return this.#trials.length
  }

  /** Asks the loss and the gradient at `t`. */
  try(t: number): Trial {
    const theta = plus(this.origin.theta, this.direction, t)
    const gradient = new Float64Array(theta.length)
    const loss = this.#climb.oracle.gradient(theta, gradient)
    return this.#keep({ t, theta, loss, gradient, slope: dot(gradient, this.direction), verdict: 'noted' })
  }

  /** Asks the loss alone at `t`: the trial's slope and gradient are NaN. */
  tryValue(t: number): Trial {
    const theta = plus(this.origin.theta, this.direction, t)
    const loss = this.#climb.oracle.value(theta)
    const gradient = new Float64Array(theta.length).fill(Number.NaN)
    return this.#keep({ t, theta, loss, gradient, slope: Number.NaN, verdict: 'noted' })
  }

  /** Writes down what was tried, `chosen` as where she goes. */
  settle(chosen: Footing): void {
    for (const trial of this.#trials) {
      const failed = Number.isFinite(trial.loss) ? trial.verdict : 'undefined'
      this.#climb.attempt({
        kind: 'probe',
        theta: trial.theta,
        loss: trial.loss,
        verdict: trial === chosen ? 'accepted' : failed,
      })
    }
  }

  #keep(trial: Trial): Trial {
    this.#trials.push(trial)
    return trial
  }
}

/** Beyond the end of a formula the ground counts as infinitely high, so that a search turns back there. */
export function walledIn({ oracle, attempt }: Asking): Asking {
  const wall = (loss: number) => (Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss)
  return {
    attempt,
    oracle: {
      dimension: oracle.dimension,
      value: (theta) => wall(oracle.value(theta)),
      gradient: (theta, out) => wall(oracle.gradient(theta, out)),
      hessian: (theta, out) => oracle.hessian(theta, out),
    },
  }
}
