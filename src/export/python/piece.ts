/** A function that scripts define once where anything in them calls it: what one file of this folder exports. */
export interface Piece {
  /** What it is called in Python; no parameter of a surface gets this name. */
  readonly name: string
  /** Its definition. It may call other pieces. */
  readonly code: string
}

/** Marks one file's export as a piece. */
export const piece = (definition: Piece): Piece => definition
