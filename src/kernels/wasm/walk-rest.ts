import type { WalkVariant } from '../walk/variant'
import type { GroupWriter } from './walk-group'
import type { WalkMemory } from './walk-layout'
import { local } from './walk-locals'

/** A group may be at rest; whether it is, is looked at every so many steps. */
const REST_INTERVAL = 8

/** Writes how a group is left early: nobody is left in it, or nothing in it changes any more. */
export class RestWriter {
  readonly #variables: number
  readonly #memory: WalkMemory
  readonly #group: GroupWriter

  constructor({ variables }: WalkVariant, memory: WalkMemory, group: GroupWriter) {
    this.#variables = variables.length
    this.#memory = memory
    this.#group = group
  }

  /** Pushes a mask of the climbers of a vector who have not diverged. */
  pushAlive(lane: number): void {
    this.#group.load(this.#memory.layout.divergedAt, lane)
    this.#group.out.vector(0).simd('f64x2.lt')
  }

  /** Leaves the loop and the block that this stands in when everybody has diverged. */
  leaveWithoutAnybody(): void {
    const { out } = this.#group
    out.get(local.marked).if().int(0).set(local.marked)
    this.#group.pushAny((lane) => this.#group.load(this.#memory.layout.divergedAt, lane))
    // Out of the `if`, the loop and the block.
    out.simd('i64x2.bitmask').isZero().branchIf(2).end()
  }

  /** Before a step after which rest is looked for: keeps where everybody stands. */
  keepPrevious(): void {
    const { layout, previous } = this.#memory
    this.#ifTested(() => this.#group.copy(this.#variables, layout.variable, previous))
  }

  /** If no bit of anything changed, and nothing that a step reads will, no further step changes anything: leaves. */
  leaveAtRest(): void {
    const { layout, previous } = this.#memory
    const { out } = this.#group
    this.#ifTested(() => {
      this.#group.pushAny((lane) => {
        for (let j = 0; j < this.#variables; j++) {
          this.#group.load(layout.variable(j), lane)
          this.#group.load(previous(j), lane)
          out.simd('v128.xor')
          if (j > 0) out.simd('v128.or')
        }
        this.pushAlive(lane)
        out.simd('v128.and')
      })
      // Out of the `if`, the loop and the block.
      out.simd('v128.any_true').isZero().branchIf(2)
    })
  }

  /** Writes `body` to run at every eighth step of those from `settled` on. */
  #ifTested(body: () => void): void {
    this.#group.out
      .get(local.step)
      .int(REST_INTERVAL - 1)
      .andInt()
      .isZero()
      .get(local.step)
      .get(local.settled)
      .notLessInt()
      .andInt()
      .if()
    body()
    this.#group.out.end()
  }
}
