import type { Problem } from './types'

/** A document that cannot be used at all; `path` says where in it. The message is one line: what is wrong and what to do. */
export class SceneError extends Error {
  override readonly name = 'SceneError'
  constructor(
    message: string,
    readonly path = '',
  ) {
    super(message)
  }
}

/** `runs[2].start`: a path as people write it. */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    const name = String(key)
    if (!/^[\w$-]+$/.test(name)) return `${path}[${quote(name)}]`
    return path === '' ? name : `${path}.${name}`
  }, '')

/** A problem on one line, the path first: `runs[2].start: must be two finite numbers`. */
export const describeProblem = ({ path, message }: Problem): string => (path === '' ? message : `${path}: ${message}`)

/** A stranger's value as it may be quoted in a message: short, on one line. */
export const quote = (value: unknown): string => {
  const text =
    typeof value === 'string' ? JSON.stringify(value) : String(typeof value === 'object' ? kind(value) : value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

const kind = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object')
