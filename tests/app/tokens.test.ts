import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dark, light } from '../../src/views/theme'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** The luminance of an opaque colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe('colours', () => {
  it('before the program runs are those of the theme', () => {
    const [byDay, byNight] = file('src/app/styles/tokens.css').split('@media (prefers-color-scheme: dark)') as [
      string,
      string,
    ]
    for (const [css, theme] of [
      [byDay, light],
      [byNight, dark],
    ] as const) {
      expect(css).toContain(`--paper: ${theme.paper};`)
      expect(css).toContain(`--ink: ${theme.ink};`)
      expect(file('index.html')).toContain(`content="${theme.paper}"`)
    }
  })

  it.each([light, dark])('can be read on paper: $name', ({ paper, ink, soft, accent, danger, onAccent }) => {
    for (const color of [ink, soft, accent, danger]) expect(contrast(color, paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5)
  })
})
