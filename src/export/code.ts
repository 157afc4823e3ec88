/** Lines one level deeper. */
export const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`))

/** Functions inside of others have a line above them, where they do not come first. */
export const spaced = (lines: readonly string[]): string[] =>
  lines.flatMap((line, i) => {
    const before = lines[i - 1] ?? ''
    return /^\s*def /.test(line) && before !== '' && !before.endsWith(':') ? ['', line] : [line]
  })
