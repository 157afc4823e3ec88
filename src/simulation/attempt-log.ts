import { type Attempt, type Attempts, attemptKinds, verdicts } from '../optimizers/methods/attempts'

/** Attempts kept; later ones of a very long run are tried but not written down. */
export const MOST_ATTEMPTS = 2 ** 19

/** Collects what a run tries, step by step, into the arrays of `Attempts`. */
export class AttemptLog {
  readonly #dimension: number
  readonly #offsets: Uint32Array
  #count = 0
  #theta: Float64Array
  #loss = new Float64Array(64)
  #radius = new Float64Array(64)
  #kind = new Uint8Array(64)
  #verdict = new Uint8Array(64)

  /** For a walk of at most `points` points. */
  constructor(dimension: number, points: number) {
    this.#dimension = dimension
    this.#offsets = new Uint32Array(points + 1)
    this.#theta = new Float64Array(64 * dimension)
  }

  add({ kind, theta, loss, verdict, radius = 0 }: Attempt): void {
    if (this.#count === MOST_ATTEMPTS) return
    if (this.#count === this.#loss.length) this.#grow()
    const i = this.#count++
    this.#theta.set(theta, i * this.#dimension)
    this.#loss[i] = loss
    this.#radius[i] = radius
    this.#kind[i] = attemptKinds.indexOf(kind)
    this.#verdict[i] = verdicts.indexOf(verdict)
  }

  /** What was added since the last call led to point `k`. */
  closePoint(k: number): void {
    this.#offsets[k + 1] = this.#count
  }

  /** The attempts of the first `points` points. */
  finish(points: number): Attempts {
    const n = this.#count
    return {
      offsets: this.#offsets.slice(0, points + 1),
      theta: this.#theta.slice(0, n * this.#dimension),
      loss: this.#loss.slice(0, n),
      radius: this.#radius.slice(0, n),
      kind: this.#kind.slice(0, n),
      verdict: this.#verdict.slice(0, n),
    }
  }

  #grow(): void {
    const longer = <T extends Float64Array | Uint8Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    const size = 2 * this.#loss.length
    this.#theta = longer(this.#theta, new Float64Array(size * this.#dimension))
    this.#loss = longer(this.#loss, new Float64Array(size))
    this.#radius = longer(this.#radius, new Float64Array(size))
    this.#kind = longer(this.#kind, new Uint8Array(size))
    this.#verdict = longer(this.#verdict, new Uint8Array(size))
  }
}
