/** Uniform in [0, 1), 53 bits. */
export type Random = () => number
/** Draws one argument list. */
export type Sampler = (draw: Random) => readonly number[]

/** Mulberry32, two words a number. */
export const random = (seed: number): Random => {
  let state = seed | 0
  const word = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  return () => (word() * 2 ** 21 + (word() >>> 11)) / 2 ** 53
}

export const uniform = (low: number, high: number) => (draw: Random) => low + (high - low) * draw()
/** 2^u with u uniform: evenly spread over the exponents. */
export const logUniform = (low: number, high: number) => (draw: Random) => 2 ** (low + (high - low) * draw())
export const signed = (sample: (draw: Random) => number) => (draw: Random) => (draw() < 0.5 ? -1 : 1) * sample(draw)
/** point · (1 ± 2^u): crowding around a point. */
export const around = (point: number, low: number, high: number) => (draw: Random) =>
  point * (1 + signed(logUniform(low, high))(draw))
/** Around multiples of π/2 other than 0: zeros, extremes and poles. */
export const aroundMultiples = (largest: number) => (draw: Random) =>
  around(Math.floor(signed(uniform(1, largest))(draw)) * (Math.PI / 2), -53, -8)(draw)

export const one =
  (sample: (draw: Random) => number): Sampler =>
  (draw) => [sample(draw)]
export const pair =
  (first: (draw: Random) => number, second: (draw: Random) => number): Sampler =>
  (draw) => [first(draw), second(draw)]
