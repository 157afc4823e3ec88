import { ExpressionError, parse } from '../expression'
import { createSurface } from '../surfaces/create'
import type { FormulaProblem } from './types'

export type FormulaReading =
  | { readonly ok: true; readonly parameters: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly problem: FormulaProblem }

/**
 * Reads typed text as a surface. `known` are the parameters that have values; those that the formula uses are returned.
 */
export function readFormula(text: string, known: Readonly<Record<string, number>>): FormulaReading {
  const domain = { x: [-1, 1], y: [-1, 1] } as const
  try {
    const { parameters } = parse(text, { inputs: ['x', 'y'], parameters: Object.keys(known) })
    // Also derives gradient and Hessian, which have a size limit of their own.
    createSurface({ title: '', formula: text, parameters: known, domain, heightScale: 'linear' })
    const used = new Set(parameters)
    return { ok: true, parameters: Object.fromEntries(Object.entries(known).filter(([name]) => used.has(name))) }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { ok: false, problem: problemOf(error) }
  }
}

/** The error as the formula field shows it. */
export const problemOf = (error: ExpressionError): FormulaProblem => ({
  message: error.message,
  position: error.position,
  length: error.length,
  ...(error.suggestion === undefined ? {} : { suggestion: error.suggestion }),
  unknownNames: error.unknownNames,
})

/** Whether `text` looks like `base` after editing rather than a formula of its own: most of the shorter one is kept. */
export function isEditOf(text: string, base: string): boolean {
  const [a, b] = [text.replace(/\s/g, ''), base.replace(/\s/g, '')]
  const shorter = Math.min(a.length, b.length)
  if (shorter === 0) return false
  let prefix = 0
  while (prefix < shorter && a[prefix] === b[prefix]) prefix++
  let suffix = 0
  while (suffix < shorter - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix++
  return prefix + suffix >= Math.max(b.length, a.length) / 2
}
