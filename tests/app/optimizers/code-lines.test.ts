import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeLines } from '../../../src/app/optimizers/code-lines'

/** Each piece as `kind:text`, wrong ones with a `!` in front. */
const look = (text: string, position = -1, length = 0) =>
  codeLines(text, position < 0 ? null : { position, length }).map(({ pieces }) =>
    pieces.map((piece) => `${piece.wrong ? '!' : ''}${piece.kind}:${piece.text}`),
  )

describe('codeLines', () => {
  test('tells declarations and comments from equations', () => {
    expect(look('# Words\n  param a = 1 # more\nparameter = 2\n\nstate m = 0')).toEqual([
      ['comment:# Words'],
      ['keyword:  param', 'plain: a = 1 ', 'comment:# more'],
      ['plain:parameter = 2'],
      [],
      ['keyword:state', 'plain: m = 0'],
    ])
  })

  test('marks what is wrong, in its line', () => {
    expect(look('a = b\nc = sine(d)', 10, 4)).toEqual([['plain:a = b'], ['plain:c = ', '!plain:sine', 'plain:(d)']])
  })

  test('marks all lines of a long problem, but numbers only the first', () => {
    const lines = codeLines('ab\ncd\nef', { position: 1, length: 3 })
    expect(lines.map(({ wrong }) => wrong)).toEqual([true, false, false])
    expect(look('ab\ncd\nef', 1, 3)).toEqual([['plain:a', '!plain:b'], ['!plain:c', 'plain:d'], ['plain:ef']])
  })

  test('something that is missing is marked after the end', () => {
    expect(look('a =\nb', 3)).toEqual([['plain:a =', '!plain:\u00a0'], ['plain:b']])
  })

  test('the pieces of the lines are the text, whatever it is', () => {
    const words = fc.constantFrom('param', 'state', ' ', '#', '\n', 'a', '=', 'µ', '😀')
    const anyText = fc.array(words, { maxLength: 30 }).map((list) => list.join(''))
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(10), (text, position, length) => {
        const pieces = (problem: { position: number; length: number } | null) =>
          codeLines(text, problem).map((line) => line.pieces.map((piece) => piece.text).join(''))
        expect(pieces(null).join('\n')).toBe(text)
        expect(pieces({ position, length }).join('\n').replaceAll('\u00a0', '')).toBe(text)
      }),
    )
  })
})
