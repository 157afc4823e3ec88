import { ExpressionError } from '../../expression'
import type { UpdateRule } from '../../optimizers/rule'
import { parseRule } from '../../optimizers/text'
import { limits } from '../../scene/limits'
import { problemOf } from '../../store/formula'
import type { FormulaProblem } from '../../store/types'

/** Why a typed optimizer was refused, and in which line, counted from 1. */
export interface DraftProblem extends FormulaProblem {
  readonly line: number
}

/** What can be made of the text of an optimizer. */
export type Draft =
  | { readonly ok: true; readonly rule: UpdateRule }
  | { readonly ok: false; readonly problem: DraftProblem }

export function readDraft(name: string, text: string): Draft {
  try {
    return { ok: true, rule: parseRule(name, text) }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { ok: false, problem: { ...problemOf(error), line: lineAt(text, error.position) } }
  }
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

/** No text is taken that is longer: pasted by mistake or in bad faith, it could not even be shown in time. */
export const LONGEST_DRAFT = 4 * limits.formulaLength

/** Why a text is not taken even as a draft, or nothing. */
export const refusal = (text: string): string | undefined =>
  text.length <= LONGEST_DRAFT
    ? undefined
    : `That text is far too long and was not taken: an optimizer has at most ${limits.formulaLength} characters.`

/** The text with `replacement` where the problem is. */
export const mended = (text: string, { position, length }: DraftProblem, replacement: string): string =>
  text.slice(0, position) + replacement + text.slice(position + length)

/** The text with one more declaration, below those that it has, else below the comment on top. */
export function withDeclaration(text: string, declaration: string): string {
  const lines = text.split('\n')
  const last = lines.findLastIndex((line) => /^\s*(param|state)\b/.test(line))
  const firstCode = lines.findIndex((line) => !/^\s*(#|$)/.test(line))
  const at = last >= 0 ? last + 1 : Math.max(firstCode, 0)
  return [...lines.slice(0, at), declaration, ...lines.slice(at)].join('\n')
}
