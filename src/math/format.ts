const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * A number for people: four significant digits by default, a true minus sign, powers of ten for the very large and the
 * very small. Full precision belongs in titles and on the clipboard: `String(value)`.
 */
export function format(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'undefined'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  if (value === 0) return '0'
  const magnitude = Math.abs(value)
  const sign = value < 0 ? '−' : ''
  if (magnitude >= 1e6 || magnitude < 1e-4) return sign + scientific(magnitude, digits)
  if (magnitude >= 10 ** digits) return sign + Math.round(magnitude)
  return sign + trim(magnitude.toPrecision(digits))
}

function scientific(magnitude: number, digits: number): string {
  const [mantissa, exponent] = magnitude.toExponential(Math.min(digits - 1, 2)).split('e') as [string, string]
  return `${trim(mantissa)}×10${superscript(Number(exponent))}`
}

function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')
  return exponent < 0 ? `⁻${digits}` : digits
}

const trim = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** `(−3.779, −3.283)` */
export function formatPoint(x: number, y: number, digits = 4): string {
  return `(${format(x, digits)}, ${format(y, digits)})`
}
