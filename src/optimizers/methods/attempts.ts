/**
 * What an attempt was: `probe` a point where the loss was asked; `feeler` one of the places felt around her; `simplex` a
 * corner of the simplex after the step; `trust-region` a circle (centre and radius) within which a model was trusted;
 * `model` the point that a model proposed.
 */
export const attemptKinds = ['probe', 'feeler', 'simplex', 'trust-region', 'model'] as const
export type AttemptKind = (typeof attemptKinds)[number]

/**
 * What became of an attempt. `noted`: nothing was decided by it alone; `too-long`: the loss did not fall enough for so
 * long a step; `too-short`: it still fell steeply there; `undefined`: the loss is not finite there.
 */
export const verdicts = ['noted', 'accepted', 'rejected', 'too-long', 'too-short', 'undefined'] as const
export type Verdict = (typeof verdicts)[number]

/** One thing that a method tried on its way from one point to the next. */
export interface Attempt {
  readonly kind: AttemptKind
  readonly theta: ArrayLike<number>
  /** The loss there; NaN where it was not asked. */
  readonly loss: number
  readonly verdict: Verdict
  /** Radius of a circle around `theta`, for trust regions. */
  readonly radius?: number
}

/** Everything a run tried, structure of arrays: a attempts in d dimensions, over n points. */
export interface Attempts {
  /** n + 1: the attempts that led to point k are entries `offsets[k]` to `offsets[k + 1] - 1`. Point 0's set the walk up. */
  readonly offsets: Uint32Array
  /** a·d. */
  readonly theta: Float64Array
  /** a: the objective's own loss (not negated under `maximize`); NaN where it was not asked or is not finite. */
  readonly loss: Float64Array
  /** a; 0 for what is no circle. */
  readonly radius: Float64Array
  /** a: index into `attemptKinds`. */
  readonly kind: Uint8Array
  /** a: index into `verdicts`. */
  readonly verdict: Uint8Array
}

/** The attempts that led to point `k`, in the order in which they were made. */
export function attemptsAt(attempts: Attempts, k: number, dimension: number): readonly Attempt[] {
  const from = attempts.offsets[k] ?? 0
  const to = attempts.offsets[k + 1] ?? from
  return Array.from({ length: to - from }, (_, i) => ({
    kind: attemptKinds[attempts.kind[from + i]!]!,
    theta: attempts.theta.subarray((from + i) * dimension, (from + i + 1) * dimension),
    loss: attempts.loss[from + i]!,
    verdict: verdicts[attempts.verdict[from + i]!]!,
    radius: attempts.radius[from + i]!,
  }))
}
