import { describe, expect, test } from 'vitest'
import { DIVERGED, UNDECIDED } from '../../src/analysis/basins-labels'
import { basinColor, overlayOf } from '../../src/views/basin-colors'
import { dark, light } from '../../src/views/theme'

type Rgb = readonly number[]

const linear = (channel: number) => {
  const c = channel / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}
const times = (matrix: readonly Rgb[], v: Rgb) => matrix.map((row) => row.reduce((sum, m, i) => sum + m * v[i]!, 0))

/** Ottosson 2020. */
const oklab = (rgb: Rgb) => {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt)
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  )
}

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear light. */
const eyes: readonly (readonly [string, readonly Rgb[]])[] = [
  [
    'normal',
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  ],
  [
    'protan',
    [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  ],
  [
    'deutan',
    [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  ],
  [
    'tritan',
    [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  ],
]

describe.each(eyes)('to %s eyes', (_, matrix) => {
  test.each([
    ['light', light],
    ['dark', dark],
  ] as const)('seven basins and the diverged differ clearly (%s)', (_, theme) => {
    const seen = [0, 1, 2, 3, 4, 5, 6, DIVERGED]
      .map((label) => basinColor(label, theme).slice(0, 3).map(linear))
      .map((rgb) => oklab(times(matrix, rgb).map((channel) => Math.min(Math.max(channel, 0), 1))))
    for (const [i, a] of seen.entries()) {
      for (const b of seen.slice(i + 1)) {
        expect(Math.hypot(...a.map((value, k) => value - b[k]!))).toBeGreaterThan(0.12)
      }
    }
  })
})

test('twenty-one minima have colours of their own, as different from undecided and diverged', () => {
  const labels = [UNDECIDED, DIVERGED, ...Array(21).keys()]
  expect(new Set(labels.map((label) => basinColor(label, light).join())).size).toBe(23)
})

test('the ground stays readable through every colour', () => {
  for (const theme of [light, dark]) {
    for (const label of [UNDECIDED, DIVERGED, 0, 20]) expect(basinColor(label, theme)[3]).toBeLessThan(230)
  }
})

const labelAt = (overlay: ReturnType<typeof overlayOf>, u: number, v: number) => {
  const at = (share: number) => Math.round(share * (overlay.size - 1))
  return [...overlay.rgba.slice(4 * (at(v) * overlay.size + at(u)), 4 * (at(v) * overlay.size + at(u)) + 4)]
}

test('each place has the colour of the cell it lies in, whatever the map’s size', () => {
  const map = { size: 4, labels: Int32Array.from({ length: 16 }, (_, k) => k - 2), minima: [] }
  const overlay = overlayOf(map, light)
  expect(overlay.size).toBe(256)
  for (const [u, v, k] of [
    [0, 0, 0],
    [0.24, 0.01, 0],
    [0.26, 0, 1],
    [1, 0, 3],
    [0.1, 0.6, 8],
    [1, 1, 15],
  ] as const) {
    expect(labelAt(overlay, u, v)).toEqual([...basinColor(k - 2, light)])
  }
})

test('a fine map keeps its own samples', () => {
  const size = 512
  const map = { size, labels: Int32Array.from({ length: size * size }, (_, k) => (k % size) % 2), minima: [] }
  const { rgba, size: samples } = overlayOf(map, dark)
  expect(samples).toBe(size)
  expect([...rgba.slice(0, 8)]).toEqual([...basinColor(0, dark), ...basinColor(1, dark)])
})

test.each([
  ['diverged', DIVERGED],
  ['undecided', UNDECIDED],
] as const)('%s ground carries marks as the legend does, and mostly its colour', (_, label) => {
  const size = 512
  const whole = overlayOf({ size, labels: new Int32Array(size * size).fill(label), minima: [] }, light)
  const marks = runsOf(whole.rgba, basinColor(label, light))
  const share = marks.reduce((sum, { length }) => sum + length, 0) / size ** 2
  expect(share).toBeGreaterThan(0.01)
  expect(share).toBeLessThan(0.15)
  // A dash is wide, a cross two slanting strokes: what a row crosses of it is narrow but for its middle.
  const widest = Math.max(...marks.map(({ length }) => length))
  const usual = marks.map(({ length }) => length).sort((a, b) => a - b)[marks.length >> 1]!
  if (label === UNDECIDED) expect(widest / usual).toBeLessThan(1.2)
  else expect(widest / usual).toBeGreaterThanOrEqual(2)
})

test('basins of minima are plain', () => {
  const size = 256
  const whole = overlayOf({ size, labels: new Int32Array(size * size), minima: [] }, dark)
  expect(runsOf(whole.rgba, basinColor(0, dark))).toEqual([])
})

/** Neighbouring samples of a row that are not of a colour. */
function runsOf(rgba: Uint8Array, color: readonly number[]): { length: number }[] {
  const runs: { length: number }[] = []
  for (let k = 0, within = false; k < rgba.length; k += 4) {
    const marked = color.some((channel, c) => rgba[k + c] !== channel)
    if (marked && within) runs.at(-1)!.length++
    else if (marked) runs.push({ length: 1 })
    within = marked
  }
  return runs
}
