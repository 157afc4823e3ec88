import { ExpressionError, type Span } from '../expression/error'
import { type Token, tokenize } from '../expression/tokenize'

export interface Param {
  readonly name: string
  readonly value: number | boolean
  /** What its slider offers. */
  readonly range: readonly [number, number] | undefined
  readonly span: Span
}

export interface State {
  readonly name: string
  readonly initial: number | string
  readonly span: Span
  /** Where the initial value begins. */
  readonly initialPosition: number
}

/** The name of the state that is drawn as a second trail. */
export interface Average {
  readonly name: string
  readonly span: Span
}

export interface Declarations {
  /** The comment on top. */
  readonly summary: string
  readonly params: readonly Param[]
  readonly states: readonly State[]
  readonly averages: readonly Average[]
  /** The rest: `text` with blanks for declarations and comments, so that places in it are places in `text`. */
  readonly equations: string
}

/** Takes the comments and the lines `param …`, `state …` and `average …` out of a typed optimizer. Throws ExpressionError. */
export function readDeclarations(text: string): Declarations {
  const code = text.replace(/#[^\n]*/g, blank)
  const params: Param[] = []
  const states: State[] = []
  const averages: Average[] = []
  let equations = code
  for (const line of linesOf(tokenize(code))) {
    const [keyword, name] = line
    // `state = 0` assigns to a name of its own; `state m = 0` declares.
    if (name !== undefined && name.kind !== 'name') continue
    if (keyword?.text === 'param') params.push(new DeclarationReader(line).param())
    else if (keyword?.text === 'state') states.push(stateOf(line, code))
    else if (keyword?.text === 'average') averages.push(averageOf(line))
    else continue
    const end = line.at(-1)!
    const stretch = code.slice(keyword.position, end.position + end.length)
    equations = equations.slice(0, keyword.position) + blank(stretch) + equations.slice(end.position + end.length)
  }
  return { summary: commentOnTop(text), params, states, averages, equations }
}

const blank = (text: string) => ' '.repeat(text.length)

function commentOnTop(text: string): string {
  const lines = text.trimStart().split('\n')
  const end = lines.findIndex((line) => !line.trim().startsWith('#'))
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.trim().replace(/^#+\s*/, ''))
    .join(' ')
    .trim()
}

/** The tokens of each line that has any. */
function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'separator' || token.kind === 'end') lines.push([])
    else lines.at(-1)!.push(token)
  }
  return lines.filter((line) => line.length > 0)
}

function stateOf(line: readonly Token[], code: string): State {
  const reader = new DeclarationReader(line)
  const name = reader.header()
  const first = reader.next('a number or a formula: `state m = 0`')
  const last = line.at(-1)!
  const text = code.slice(first.position, last.position + last.length)
  const initial = first === last && first.kind === 'number' ? Number(first.text) : text
  return { name, initial, span: line[1]!, initialPosition: first.position }
}

function averageOf(line: readonly Token[]): Average {
  const name = new DeclarationReader(line).next('the name of a state: `average x`')
  const rest = line[2]
  if (rest !== undefined)
    throw new ExpressionError(`\`${rest.text}\` cannot stand here: write \`average ${name.text}\``, rest)
  return { name: name.text, span: name }
}

/** Reads the tokens of one declaration from left to right. */
class DeclarationReader {
  readonly #line: readonly Token[]
  #at = 1

  constructor(line: readonly Token[]) {
    this.#line = line
  }

  /** `param name =` */
  header(): string {
    const keyword = this.#line[0]!.text
    const name = this.next(`a name: \`${keyword} ${keyword === 'param' ? 'lr = 0.1' : 'm = 0'}\``)
    this.#expect('=', `\`=\` and a value: \`${keyword} ${name.text} = 0\``)
    return name.text
  }

  param(): Param {
    const name = this.header()
    const value = this.#value()
    const range = this.#at < this.#line.length && typeof value === 'number' ? this.#range() : undefined
    const rest = this.#line[this.#at]
    if (rest !== undefined) throw new ExpressionError(`\`${rest.text}\` cannot stand here: ${shape}`, rest)
    return { name, value, range, span: this.#line[1]! }
  }

  next(what: string): Token {
    const token = this.#line[this.#at++]
    if (token !== undefined) return token
    const last = this.#line.at(-1)!
    throw new ExpressionError(`the line ends too early: it needs ${what}`, {
      position: last.position + last.length,
      length: 0,
    })
  }

  #value(): number | boolean {
    const token = this.#line[this.#at]
    if (token?.text === 'true' || token?.text === 'false') {
      this.#at++
      return token.text === 'true'
    }
    return this.#number()
  }

  #number(): number {
    const sign = this.#line[this.#at]?.text === '-' ? -1 : 1
    if (sign < 0) this.#at++
    const token = this.next(`a number: ${shape}`)
    if (token.kind !== 'number') throw new ExpressionError(`\`${token.text}\` is not a number: ${shape}`, token)
    return sign * Number(token.text)
  }

  #range(): readonly [number, number] {
    const from = this.#line[this.#at]!
    this.#expect('from', shape)
    const low = this.#number()
    this.#expect('to', shape)
    const high = this.#number()
    if (!(low < high)) throw new ExpressionError(`the slider has no length: from ${low} to ${high}`, from)
    return [low, high]
  }

  #expect(text: string, what: string): void {
    const token = this.next(what)
    if (token.text !== text) throw new ExpressionError(`\`${token.text}\` cannot stand here: ${what}`, token)
  }
}

const shape = 'write `param lr = 0.1 from 0.001 to 1`'
