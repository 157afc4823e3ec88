/** Widest line of a script, as Black has it. */
export const WIDTH = 88

/**
 * Texts of scenes come from strangers. On one line: without anything that could end a line of Python or of an editor, turn
 * the direction of reading (as "Trojan Source", Boucher & Anderson 2021, does), or have no place in a file.
 */
const onOneLine = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()

/**
 * Comment lines that quote a scene's own words. The bar keeps what follows from meaning anything to those who read
 * comments: cell markers, magics that notebooks bring to life (`# !rm`), declarations of the encoding.
 */
export const quoted = (text: string): string[] => wrapped(onOneLine(text), '# | ')

/** Comment lines of our words. */
export const comment = (text: string): string[] => wrapped(onOneLine(text), '# ')

function wrapped(text: string, prefix: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && prefix.length + last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.filter((line) => line !== '').map((line) => prefix + line)
}

/** A Python string: printable ASCII as it is, letters and marks of other scripts too, everything else escaped. */
export const stringLiteral = (text: string): string =>
  `"${onOneLine(text)
    .replace(/["\\]/g, '\\$&')
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, escaped)}"`

const escaped = (character: string) => `\\U${character.codePointAt(0)!.toString(16).padStart(8, '0')}`
