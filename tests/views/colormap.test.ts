import { expect, test } from 'vitest'
import { COLORS, colorAt, colormap, colormapNames, sample } from '../../src/views/colormap'

type Triple = readonly [number, number, number]

const decode = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)

/** sRGB in 0…1 to OKLab, by the forward matrices of Ottosson's page (the source holds the inverse). */
function oklab(rgb: Triple, see: (linear: Triple) => Triple = (linear) => linear): Triple {
  const [r, g, b] = see([decode(rgb[0]), decode(rgb[1]), decode(rgb[2])])
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** Colour-vision deficiencies at full severity: Machado, Oliveira & Fernandes 2009, table 1, on linear RGB. */
const deficiencies: Readonly<Record<string, readonly Triple[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const apply = (m: readonly Triple[], [r, g, b]: Triple): Triple =>
  m.map((row) => Math.max(row[0] * r + row[1] * g + row[2] * b, 0)) as unknown as Triple

const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
const path = (name: 'terrain', count: number, see?: (linear: Triple) => Triple) =>
  Array.from({ length: count }, (_, i) => oklab(colorAt(name, i / (count - 1)), see))

test('equal steps of height are equal steps of colour, within two per cent', () => {
  const labs = path('terrain', 101)
  const steps = labs.slice(1).map((lab, i) => distance(labs[i]!, lab))
  const mean = steps.reduce((a, b) => a + b) / steps.length
  expect(Math.min(...steps) / mean).toBeGreaterThan(0.98)
  expect(Math.max(...steps) / mean).toBeLessThan(1.02)
})

test('lightness rises from 0.27 to 0.93 without a pause', () => {
  const lightness = path('terrain', 65).map(([l]) => l)
  expect(lightness[0]).toBeCloseTo(0.27, 2)
  expect(lightness.at(-1)).toBeCloseTo(0.93, 2)
  for (let i = 1; i < lightness.length; i++) expect(lightness[i]! - lightness[i - 1]!).toBeGreaterThan(0.005)
})

for (const [name, matrix] of Object.entries(deficiencies)) {
  // A difference of 0.02 in OKLab is just noticeable.
  test(`heights a tenth apart stay apart, and in order, under ${name}`, () => {
    const labs = path('terrain', 11, (linear) => apply(matrix, linear))
    for (let i = 1; i < labs.length; i++) {
      expect(distance(labs[i - 1]!, labs[i]!)).toBeGreaterThan(0.04)
      expect(labs[i]![0]).toBeGreaterThan(labs[i - 1]![0])
    }
  })
}

test('no colour leaves the gamut by more than rounding', () => {
  for (let i = 0; i <= 500; i++) {
    for (const channel of colorAt('terrain', i / 500)) {
      expect(channel).toBeGreaterThan(-0.5 / 255)
      expect(channel).toBeLessThan(1 + 0.5 / 255)
    }
  }
})

test.each(colormapNames)('%s has 256 opaque colours', (name) => {
  const map = colormap(name)
  expect(map.length).toBe(COLORS * 4)
  expect(map.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true)
})

test('viridis and cividis are the published ones', () => {
  const hex = (name: 'viridis' | 'cividis', i: number) => [...colormap(name).subarray(4 * i, 4 * i + 3)]
  expect(hex('viridis', 0)).toEqual([0x44, 0x01, 0x54])
  expect(hex('viridis', 255)).toEqual([0xfd, 0xe7, 0x25])
  // Between the stored colours: entries 100 and 203 of matplotlib's table.
  for (const [i, published] of [
    [100, [0x2a, 0x76, 0x8e]],
    [203, [0x77, 0xd1, 0x53]],
  ] as const)
    hex('viridis', i).forEach((channel, k) => {
      expect(Math.abs(channel - published[k]!)).toBeLessThanOrEqual(2)
    })
  // Matplotlib's table at its ends; the polynomials are a fit.
  for (const [i, published] of [
    [0, [0, 34, 78]],
    [255, [254, 232, 56]],
  ] as const)
    hex('cividis', i).forEach((channel, k) => {
      expect(Math.abs(channel - published[k]!)).toBeLessThanOrEqual(14)
    })
})

test('sampling clamps, interpolates, and survives NaN', () => {
  const map = colormap('terrain')
  const entry = (i: number) => [...map.subarray(4 * i, 4 * i + 3)]
  expect(sample(map, 0)).toEqual(entry(0))
  expect(sample(map, 1)).toEqual(entry(255))
  expect(sample(map, 7)).toEqual(entry(255))
  expect(sample(map, Number.NaN)).toEqual(entry(0))
  const between = sample(map, 100.5 / 255)
  between.forEach((channel, k) => {
    const [low, high] = [entry(100)[k]!, entry(101)[k]!].sort((a, b) => a - b)
    expect(channel).toBeGreaterThanOrEqual(low!)
    expect(channel).toBeLessThanOrEqual(high!)
  })
})
