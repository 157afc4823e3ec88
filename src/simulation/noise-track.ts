import { createNoise, type NoiseSpec } from './noise'

/** The noise of a run: that of point k is what `k·d` draws of its stream are followed by, however the run is sliced. */
export class NoiseTrack {
  readonly #next: () => number
  readonly #values: Float64Array
  readonly #dimension: number
  #drawn = 0

  constructor(spec: NoiseSpec, seed: number, dimension: number, points: number) {
    this.#next = createNoise(spec, seed)
    this.#values = new Float64Array(points * dimension)
    this.#dimension = dimension
  }

  /** Adds the noise of point `k` to the slope there. */
  addTo(slope: Float64Array, k: number): void {
    const d = this.#dimension
    this.#drawTo((k + 1) * d)
    for (let i = 0; i < d; i++) slope[i]! += this.#values[k * d + i]!
  }

  /** `gradient`, point-major, as it was felt. */
  feel(gradient: Float64Array): Float64Array {
    this.#drawTo(gradient.length)
    return gradient.map((slope, i) => slope + this.#values[i]!)
  }

  #drawTo(count: number): void {
    while (this.#drawn < count) this.#values[this.#drawn++] = this.#next()
  }
}
