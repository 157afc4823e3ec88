import type { Block } from './block'
import { bakeShade } from './shade'

/** Milliseconds of baking between two breaths of the page. */
const SLICE = 5

/**
 * Bakes the light of whatever block came last, in small slices between frames. A bake that has begun is finished first:
 * a parameter that is being dragged would otherwise start it over and over.
 */
export class ShadeBaker {
  readonly #deliver: (shade: Uint8Array<ArrayBuffer>, block: Block) => void
  #next: Block | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(deliver: (shade: Uint8Array<ArrayBuffer>, block: Block) => void) {
    this.#deliver = deliver
  }

  request(block: Block): void {
    this.#next = block
    if (this.#timer === undefined) this.#begin()
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#next = undefined
    this.#timer = undefined
  }

  #begin(): void {
    const block = this.#next
    if (block === undefined) return
    this.#next = undefined
    const work = bakeShade(block)
    const slice = () => {
      const until = performance.now() + SLICE
      let result = work.next()
      while (!result.done && performance.now() < until) result = work.next()
      if (!result.done) {
        this.#timer = setTimeout(slice)
        return
      }
      this.#timer = undefined
      this.#deliver(result.value, block)
      this.#begin()
    }
    this.#timer = setTimeout(slice)
  }
}

/** The light of a block, at once. */
export function bakeNow(block: Block): Uint8Array<ArrayBuffer> {
  const work = bakeShade(block)
  let result = work.next()
  while (!result.done) result = work.next()
  return result.value
}
