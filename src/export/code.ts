import type { Ast } from '../expression/ast'
import { Level } from '../expression/print/levels'
import { type PythonScope, printPython } from '../expression/print/python'
import { operand } from '../expression/print/python-code'
import type { Library } from '../expression/print/python-functions'
import { WIDTH } from './quote'

export const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`))

/** Functions inside of others have a line above them, where they do not come first. */
export const spaced = (lines: readonly string[]): string[] =>
  lines.flatMap((line, i) => {
    const before = lines[i - 1] ?? ''
    return /^\s*def /.test(line) && before !== '' && !before.endsWith(':') ? ['', line] : [line]
  })

/** `head` and an expression; a long sum gets a line for each of its terms. */
export function line(
  head: string,
  ast: Ast,
  scope: PythonScope,
  library: Library,
  print: typeof printPython = printPython,
): string[] {
  const text = `${head}${print(ast, scope, library).text}`
  const terms = termsOf(ast).map(({ sign, term }) => ({ sign, code: printPython(term, scope, library) }))
  // A condition counts 1 or 0 in a sum, which only the whole expression knows.
  const staysWhole = terms.length < 2 || terms.some(({ code }) => code.isCondition)
  if (text.length <= WIDTH - 4 || staysWhole) return [text]
  return [`${head}(`, ...indented(terms.map(({ sign, code }) => `${sign}${operand(code, Level.product)}`)), ')']
}

interface Term {
  readonly sign: '' | '+ ' | '- '
  readonly term: Ast
}

/** The terms of a sum that was typed without parentheses. */
function termsOf(ast: Ast): Term[] {
  if (ast.kind !== 'binary' || (ast.op !== 'add' && ast.op !== 'sub')) return [{ sign: '', term: ast }]
  return [...termsOf(ast.left), { sign: ast.op === 'add' ? '+ ' : '- ', term: ast.right }]
}
