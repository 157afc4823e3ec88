import type { Ast } from '../ast'

/** The expressions that `ast` is made of. */
export function partsOf(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'number':
    case 'name':
      return []
    case 'negate':
    case 'abs':
      return [ast.of]
    case 'binary':
      return [ast.left, ast.right]
    case 'call':
      return ast.args
  }
}

/** `ast` made of `change` of its parts. */
export function mapParts(ast: Ast, change: (part: Ast) => Ast): Ast {
  switch (ast.kind) {
    case 'number':
    case 'name':
      return ast
    case 'negate':
    case 'abs':
      return { ...ast, of: change(ast.of) }
    case 'binary':
      return { ...ast, left: change(ast.left), right: change(ast.right) }
    case 'call':
      return { ...ast, args: ast.args.map(change) }
  }
}

/** The names that `ast` reads. */
export const namesIn = (ast: Ast): readonly string[] =>
  ast.kind === 'name' ? [ast.name] : partsOf(ast).flatMap(namesIn)
