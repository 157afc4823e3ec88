import type { FunctionDefinition, ValueType } from './encoder'

/** Locals of several types, handed out and taken back. */
export class Locals {
  readonly #first: number
  readonly #types: ValueType[] = []
  readonly #free = new Map<ValueType, number[]>()

  /** `first`: how many parameters there are. */
  constructor(first: number) {
    this.#first = first
  }

  take(type: ValueType): number {
    const free = this.#free.get(type)?.pop()
    if (free !== undefined) return free
    this.#types.push(type)
    return this.#first + this.#types.length - 1
  }

  release(local: number): void {
    const type = this.#types[local - this.#first]!
    const free = this.#free.get(type)
    if (free === undefined) this.#free.set(type, [local])
    else free.push(local)
  }

  /** All that were ever needed, in order of their indices. */
  get definitions(): FunctionDefinition['locals'] {
    return this.#types.map((type) => ({ type, count: 1 }))
  }
}
