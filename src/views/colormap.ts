/**
 * The elevation colours: deep indigo valleys through teal, green and ochre to pale rose summits.
 *
 * Anchors in OKLCH (Ottosson 2020), Catmull-Rom between them in OKLab, resampled to equal OKLab distances, so that equal
 * steps of height are equal steps of colour. Lightness rises throughout: the map also reads in grey and with any
 * colour-vision deficiency.
 */
type Lab = readonly [number, number, number]

/** Lightness, chroma, hue in degrees. */
const anchors: readonly (readonly [number, number, number])[] = [
  [0.27, 0.1, 285],
  [0.36, 0.1, 258],
  [0.45, 0.09, 215],
  [0.53, 0.085, 185],
  [0.6, 0.09, 150],
  [0.68, 0.105, 112],
  [0.76, 0.115, 82],
  [0.84, 0.09, 62],
  [0.93, 0.035, 45],
]

export const COLORS = 256

/** 256 sRGB colours, RGBA bytes, from the lowest to the highest. */
export function elevationColors(): Uint8Array<ArrayBuffer> {
  const fine = samplePath(4096)
  const bytes = new Uint8Array(COLORS * 4)
  equalSteps(fine, COLORS).forEach((lab, i) => {
    const rgb = toSrgb(lab)
    bytes.set([...rgb.map((c) => Math.round(255 * c)), 255], i * 4)
  })
  return bytes
}

function samplePath(count: number): Lab[] {
  const labs = anchors.map(
    ([l, c, h]): Lab => [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)],
  )
  const at = (i: number) => labs[Math.min(Math.max(i, 0), labs.length - 1)]!
  return Array.from({ length: count }, (_, k) => {
    const position = (k / (count - 1)) * (labs.length - 1)
    const i = Math.min(Math.floor(position), labs.length - 2)
    return catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), position - i)
  })
}

function catmullRom(a: Lab, b: Lab, c: Lab, d: Lab, t: number): Lab {
  const mix = (k: 0 | 1 | 2) =>
    0.5 *
    (2 * b[k] +
      (c[k] - a[k]) * t +
      (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
      (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t)
  return [mix(0), mix(1), mix(2)]
}

function equalSteps(path: readonly Lab[], count: number): Lab[] {
  const lengths = [0]
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!]
    lengths.push(lengths[i - 1]! + Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]))
  }
  const total = lengths.at(-1)!
  let i = 0
  return Array.from({ length: count }, (_, k) => {
    const target = (k / (count - 1)) * total
    while (i < path.length - 1 && lengths[i]! < target) i++
    return path[i]!
  })
}

/** OKLab to gamma-encoded sRGB, clipped to the gamut. */
export function toSrgb([l, a, b]: Lab): [number, number, number] {
  const cube = (x: number) => x * x * x
  const long = cube(l + 0.3963377774 * a + 0.2158037573 * b)
  const medium = cube(l - 0.1055613458 * a - 0.0638541728 * b)
  const short = cube(l - 0.0894841775 * a - 1.291485548 * b)
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
  const encode = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)
  return linear.map((c) => encode(Math.min(Math.max(c, 0), 1))) as [number, number, number]
}
