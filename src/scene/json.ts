import { limits } from './limits'
import { SceneError } from './problem'

/** Parses JSON text from a stranger. Errors: SceneError with line and column where the platform tells them. */
export const readJson = (text: string, maxLength: number = limits.documentLength): unknown => {
  if (text.length > maxLength)
    throw new SceneError(`the document has ${text.length} characters; the limit is ${maxLength}`)
  checkDepth(text)
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new SceneError(`not JSON${whereOf(text, error)}`)
  }
}

/** Refuses deep nesting before parsing, because recursion over it would overflow the stack. Brackets in strings do not count. */
const checkDepth = (text: string): void => {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (inString) {
      if (c === '\\') i++
      else if (c === '"') inString = false
    } else if (c === '"') inString = true
    else if (c === '{' || c === '[') {
      if (++depth > limits.jsonDepth) throw new SceneError(`nested deeper than ${limits.jsonDepth} levels`)
    } else if (c === '}' || c === ']') depth--
  }
}

/** The same for a value that is parsed already, cycles included. */
export const checkValueDepth = (value: unknown): void => {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.jsonDepth) throw new SceneError(`nested deeper than ${limits.jsonDepth} levels`)
    level = level.flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : []))
    if (level.length > limits.documentLength) throw new SceneError('the document is too large')
  }
}

const whereOf = (text: string, error: unknown): string => {
  const message = error instanceof Error ? error.message.replace(/\s+/g, ' ') : ''
  if (text.trim() === '') return ': the text is empty'
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined)
    return /end of (JSON )?input|end of data/i.test(message) ? ': the text ends too early' : `: ${message}`
  const before = text.slice(0, Number(position)).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return ` (line ${before.length}, column ${column}): ${message.replace(/ in JSON at position.*/, '')}`
}

/**
 * A number in the fewest digits that read back as the same double, the sign of zero included. JSON has no others, so the
 * non-finite ones are the texts "NaN", "Infinity" and "-Infinity".
 */
export const writeNumber = (value: number): string => {
  if (!Number.isFinite(value)) return `"${value}"`
  return Object.is(value, -0) ? '-0' : String(value)
}

/**
 * JSON text that keeps every double (`JSON.stringify` loses the sign of zero). With a `width`, what does not fit into it
 * is broken, one item a line; short lists stay on one line, as people write them.
 */
export const writeJson = (value: unknown, width = Number.POSITIVE_INFINITY, indent = ''): string => {
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const spaced = width !== Number.POSITIVE_INFINITY
  const inner = `${indent}  `
  const items = Array.isArray(value)
    ? value.map((item) => writeJson(item, width, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${JSON.stringify(key)}:${spaced ? ' ' : ''}${writeJson(item, width, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const pad = spaced && !Array.isArray(value) && items.length > 0 ? ' ' : ''
  const line = `${open}${pad}${items.join(spaced ? ', ' : ',')}${pad}${close}`
  if (indent.length + line.length <= width && !line.includes('\n')) return line
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`
}
