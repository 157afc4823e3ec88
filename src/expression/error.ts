/** Why a formula was refused. Positions count UTF-16 units from 0. Nothing else is ever thrown by this room. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  readonly position: number
  readonly length: number
  /** Text that could stand in place of the marked span. */
  readonly suggestion: string | undefined
  /** All names of the formula that mean nothing yet and could be declared as parameters. */
  readonly unknownNames: readonly string[]

  constructor(
    message: string,
    span: Span,
    options: { readonly suggestion?: string | undefined; readonly unknownNames?: readonly string[] } = {},
  ) {
    super(message)
    this.position = span.position
    this.length = span.length
    this.suggestion = options.suggestion
    this.unknownNames = options.unknownNames ?? []
  }
}

/** A stretch of the formula's text. */
export interface Span {
  readonly position: number
  readonly length: number
}
