import { WIDTH } from './quote'

const STEP = '    '

/** Operators at which an expression is broken, those that bind least first. All are binary where spaces surround them. */
const breaks: readonly RegExp[] = [/^, /, /^ (if|else) /, /^ [+-] /, /^ [*/] /]

/**
 * A line of Python, broken as Black breaks it where it is too wide: in brackets, an operand a line. Comments, and lines with
 * texts in them, stay as they are.
 */
export function wrapped(line: string): string[] {
  const [, indent, head, expression] = /^( *)(return |[\w, ]+ = )?(.*)$/.exec(line)!
  if (line.length <= WIDTH || /["'#]/.test(line) || expression!.endsWith(':')) return [line]
  const opened = expanded(`${head ?? ''}${expression}`, indent!)
  if (head === undefined || (endsInBrackets(expression!) && opened[0]!.length <= WIDTH)) return opened
  return [`${indent}${head}(`, ...operands(expression!, indent! + STEP), `${indent})`]
}

/** An expression inside of brackets: on one line if it fits, otherwise broken at its outermost operators. */
function operands(expression: string, indent: string): string[] {
  if (indent.length + expression.length <= WIDTH) return [indent + expression]
  for (const operator of breaks) {
    const parts = splitBefore(expression, operator)
    if (parts.length > 1) return parts.flatMap((part) => expanded(part, indent))
  }
  return expanded(expression, indent)
}

/** An operand: where it does not fit, its widest pair of brackets is opened. */
function expanded(operand: string, indent: string): string[] {
  if (indent.length + operand.length <= WIDTH) return [indent + operand]
  const [from, to] = widestBrackets(operand)
  if (to - from < 2) return [indent + operand]
  return [
    indent + operand.slice(0, from + 1),
    ...operands(operand.slice(from + 1, to), indent + STEP),
    ...expanded(operand.slice(to), indent),
  ]
}

/** Whether an expression is a product, or a single operand, that a pair of brackets ends: it can be opened there. */
function endsInBrackets(expression: string): boolean {
  const isProduct = breaks.slice(0, -1).every((operator) => splitBefore(expression, operator).length === 1)
  return isProduct && widestBrackets(expression)[1] === expression.length - 1
}

/** The parts of an expression, each with its operator before it; commas stay behind what they end. */
function splitBefore(expression: string, operator: RegExp): string[] {
  const parts: string[] = []
  let [depth, start] = [0, 0]
  for (let i = 0; i < expression.length; i++) {
    depth += depthOf(expression[i]!)
    if (depth > 0 || i === 0 || !operator.test(expression.slice(i, i + 6))) continue
    const end = expression[i] === ',' ? i + 1 : i
    parts.push(expression.slice(start, end).trim())
    start = end
  }
  return [...parts, expression.slice(start).trim()]
}

/** Where the outermost pair of brackets that holds most opens and closes; both 0 where there is none. */
function widestBrackets(expression: string): readonly [from: number, to: number] {
  let [depth, start] = [0, 0]
  let widest: readonly [number, number] = [0, 0]
  for (let i = 0; i < expression.length; i++) {
    const change = depthOf(expression[i]!)
    if (change > 0 && depth === 0) start = i
    // What closes before anything opened ended an earlier line.
    depth = Math.max(0, depth + change)
    if (change < 0 && depth === 0 && i - start > widest[1] - widest[0] && depthOf(expression[start]!) > 0)
      widest = [start, i]
  }
  return widest
}

const depthOf = (character: string): number => ('([{'.includes(character) ? 1 : ')]}'.includes(character) ? -1 : 0)
