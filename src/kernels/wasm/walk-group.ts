import type { Registers } from './emitter'
import type { Instructions } from './instructions'
import { VECTOR } from './walk-layout'
import { local } from './walk-locals'

/** Bytes of an array that go through a step together: enough iterations to overlap, few enough to come to rest soon. */
export const GROUP = 8 * VECTOR

/**
 * Writes loops over the vectors of a group, `width` of them an iteration, and what these load and store. Climbers stay
 * in memory: iterations do not depend on one another, so the processor overlaps them by itself, and none of what one
 * needs has to be kept in registers for the next.
 */
export class GroupWriter {
  readonly out: Instructions
  readonly registers: Registers
  /** The vectors of an iteration. */
  readonly lanes: readonly number[]

  constructor(out: Instructions, registers: Registers, width: number) {
    this.out = out
    this.registers = registers
    this.lanes = Array.from({ length: width }, (_, lane) => lane)
  }

  /** Runs `body` once an iteration. */
  eachIteration(body: () => void): void {
    this.out.get(local.position).set(local.vector).loop()
    body()
    this.out
      .get(local.vector)
      .int(this.lanes.length * VECTOR)
      .addInt()
      .tee(local.vector)
      .get(local.groupEnd)
      .lessInt()
      .branchIf(0)
      .end()
  }

  /** Runs `body` for every vector. */
  eachVector(body: (lane: number) => void): void {
    this.eachIteration(() => this.lanes.forEach(body))
  }

  /** Pushes vector `lane` of the array at `offset`. */
  load(offset: number, lane: number): void {
    this.out.get(local.vector).memory('v128.load', offset + lane * VECTOR)
  }

  /** Stores what `push` pushes as vector `lane` of the array at `offset`. */
  store(offset: number, lane: number, push: () => void): void {
    this.out.get(local.vector)
    push()
    this.out.memory('v128.store', offset + lane * VECTOR)
  }

  /** Copies `count` arrays. */
  copy(count: number, from: (index: number) => number, to: (index: number) => number): void {
    this.eachVector((lane) => {
      for (let j = 0; j < count; j++) this.store(to(j), lane, () => this.load(from(j), lane))
    })
  }

  /** Pushes the union of what `push` pushes for all vectors. */
  pushAny(push: (lane: number) => void): void {
    const union = this.registers.take()
    this.out.vector(0).set(union)
    this.eachVector((lane) => {
      push(lane)
      this.out.get(union).simd('v128.or').set(union)
    })
    this.out.get(union)
    this.registers.release(union)
  }
}
