import { ByteWriter } from './encoder'

/** What function bodies of vectors and of single numbers share: locals, constants and control. */
export class Body {
  readonly body = new ByteWriter()

  get(local: number): this {
    this.body.byte(0x20).unsigned(local)
    return this
  }
  set(local: number): this {
    this.body.byte(0x21).unsigned(local)
    return this
  }
  tee(local: number): this {
    this.body.byte(0x22).unsigned(local)
    return this
  }
  int(value: number): this {
    this.body.byte(0x41).signed(value)
    return this
  }

  /** Loops without results. */
  loop(): this {
    this.body.byte(0x03).byte(0x40)
    return this
  }
  /** Takes an integer; runs to the matching `else` or `end` unless it is 0. */
  if(): this {
    this.body.byte(0x04).byte(0x40)
    return this
  }
  branchIf(depth: number): this {
    this.body.byte(0x0d).unsigned(depth)
    return this
  }
}
