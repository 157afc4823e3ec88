/** The formula's TeX, or null while it cannot be read. */
export function formulaTex(_text: string, _parameters: readonly string[]): string | null {
  return null
}
