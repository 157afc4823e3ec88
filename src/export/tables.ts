import type { MethodExport } from './methods/method-export'
import type { Piece } from './python/piece'

/** The default exports that have a name, by it. */
const byName = <T extends { readonly name: string }>(modules: Readonly<Record<string, unknown>>) =>
  new Map(
    Object.values(modules)
      .map((module) => (module as { readonly default?: T }).default)
      .filter((entry) => entry !== undefined)
      .map((entry) => [entry.name, entry]),
  )

/** The Python of every method, by the method's name. One file in `methods/` is one entry. */
export const methodExports: ReadonlyMap<string, MethodExport> = byName(
  import.meta.glob('./methods/*.ts', { eager: true }),
)

/** Functions that scripts define where they call them, by their names in Python. One file in `python/` is one entry. */
const pieces: ReadonlyMap<string, Piece> = byName(import.meta.glob('./python/*.ts', { eager: true }))

/** What no parameter of a surface may be called. */
export const pieceNames: readonly string[] = [...pieces.keys()]

/** The pieces that `code` calls and those that they call, each below what it calls itself. */
export function piecesFor(code: string): readonly Piece[] {
  const found: Piece[] = []
  const seen = new Set<Piece>()
  const add = (text: string) => {
    for (const called of pieces.values()) {
      if (seen.has(called) || !calls(text, called.name)) continue
      seen.add(called)
      add(called.code)
      found.push(called)
    }
  }
  add(code)
  return found
}

/** Whether Python code calls a function of its own by that name. */
export const calls = (code: string, name: string): boolean => new RegExp(`(?<![\\w.])${name}\\(`).test(code)
