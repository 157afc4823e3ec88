import type { Span } from './error'

/** What was understood of the text, close to how it was typed: this is what is typeset back. */
export type Ast = { readonly span: Span } & (
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Ast }
  | { readonly kind: 'abs'; readonly of: Ast }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Ast; readonly right: Ast }
  /** `fn` is the name in the function table, whatever alias was typed. */
  | { readonly kind: 'call'; readonly fn: string; readonly args: readonly Ast[] }
)

export type BinaryOp = 'add' | 'sub' | 'mul' | 'div' | 'pow' | 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne'

/** One line: `name = value`, or a bare value. */
export interface Statement {
  readonly name: string | undefined
  readonly value: Ast
  readonly span: Span
}
