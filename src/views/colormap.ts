/**
 * Colours for heights: one path through OKLab for the default map, and two maps from the literature.
 *
 * The default runs from deep-indigo valleys through teal, green and ochre to pale-rose summits. Its anchors are given in
 * OKLCH (Ottosson 2020, https://bottosson.github.io/posts/oklab/), joined by Catmull-Rom curves in OKLab and walked at constant
 * speed, so that equal steps of height are equal steps of colour. Lightness rises all the way: the map also reads in
 * grey and with any colour-vision deficiency.
 */
export type ColormapName = 'terrain' | 'viridis' | 'cividis'

export const colormapNames: readonly ColormapName[] = ['terrain', 'viridis', 'cividis']

/** Number of colours in a map. */
export const COLORS = 256

type Triple = readonly [number, number, number]

/** `COLORS` sRGB colours, four bytes each (red, green, blue, 255), from the lowest height to the highest. */
export function colormap(name: ColormapName): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(COLORS * 4)
  for (let i = 0; i < COLORS; i++) {
    const [r, g, b] = exactly[name](i / (COLORS - 1))
    bytes.set([toByte(r), toByte(g), toByte(b), 255], 4 * i)
  }
  return bytes
}

/** The colour of `map` at t in 0…1 (clamped; NaN reads as 0), as sRGB bytes, interpolated between its entries. */
export function sample(map: Uint8Array, t: number): [number, number, number] {
  const position = Math.min(Math.max(t || 0, 0), 1) * (COLORS - 1)
  const i = Math.min(Math.floor(position), COLORS - 2)
  const mix = (channel: number) => {
    const [a, b] = [map[4 * i + channel]!, map[4 * i + 4 + channel]!]
    return Math.round(a + (b - a) * (position - i))
  }
  return [mix(0), mix(1), mix(2)]
}

/** The colour of a map at t in 0…1, sRGB in 0…1, before it is rounded to bytes. */
export function colorAt(name: ColormapName, t: number): Triple {
  return exactly[name](t)
}

const toByte = (channel: number) => Math.round(255 * Math.min(Math.max(channel, 0), 1))

/** Lightness, chroma, hue in degrees; all within the sRGB gamut. */
const anchors: readonly Triple[] = [
  [0.27, 0.1, 285],
  [0.36, 0.1, 258],
  [0.45, 0.085, 225],
  [0.53, 0.085, 188],
  [0.6, 0.09, 152],
  [0.68, 0.105, 115],
  [0.76, 0.115, 82],
  [0.84, 0.085, 60],
  [0.93, 0.035, 40],
]

/** Points of the curve between two anchors; enough that walking from one to the next is walking along the curve. */
const FINENESS = 64

function constantSpeedPath(): (t: number) => Triple {
  const path = curve()
  const length = [0]
  for (let i = 1; i < path.length; i++) length.push(length[i - 1]! + distance(path[i - 1]!, path[i]!))
  const total = length.at(-1)!
  return (t) => {
    const target = Math.min(Math.max(t, 0), 1) * total
    let [low, high] = [0, path.length - 1]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (length[middle]! <= target) low = middle
      else high = middle
    }
    return mix(path[low]!, path[high]!, (target - length[low]!) / (length[high]! - length[low]!))
  }
}

function curve(): Triple[] {
  const labs = anchors.map(([l, c, h]): Triple => {
    const angle = (h * Math.PI) / 180
    return [l, c * Math.cos(angle), c * Math.sin(angle)]
  })
  const last = labs.length - 1
  const at = (i: number) => labs[Math.min(Math.max(i, 0), last)]!
  return Array.from({ length: last * FINENESS + 1 }, (_, k) => {
    const i = Math.min(Math.floor(k / FINENESS), last - 1)
    return catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), k / FINENESS - i)
  })
}

function catmullRom(a: Triple, b: Triple, c: Triple, d: Triple, t: number): Triple {
  const along = (k: 0 | 1 | 2) =>
    b[k] + 0.5 * t * (c[k] - a[k] + t * (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k] + t * (3 * (b[k] - c[k]) + d[k] - a[k])))
  return [along(0), along(1), along(2)]
}

const mix = (a: Triple, b: Triple, t: number): Triple => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]

const distance = (a: Triple, b: Triple) => Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])

/** OKLab to gamma-encoded sRGB in 0…1; outside that range where the colour is outside the gamut. */
export function oklabToSrgb([l, a, b]: Triple): Triple {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    encode(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
}

const encode = (linear: number) => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055)

/** Every eighth colour of matplotlib's viridis (van der Walt & Smith 2015, CC0), and the last. */
const viridisAnchors = [
  0x440154, 0x470d60, 0x48186a, 0x482374, 0x472d7b, 0x453781, 0x424086, 0x3e4989, 0x3b528b, 0x375b8d, 0x33638d,
  0x2f6b8e, 0x2c728e, 0x297a8e, 0x26828e, 0x23898e, 0x21918c, 0x1f988b, 0x1fa088, 0x22a785, 0x28ae80, 0x32b67a,
  0x3fbc73, 0x4ec36b, 0x5ec962, 0x70cf57, 0x84d44b, 0x98d83e, 0xaddc30, 0xc2df23, 0xd8e219, 0xece51b, 0xfde725,
].map((hex): Triple => [(hex >> 16) / 255, ((hex >> 8) & 255) / 255, (hex & 255) / 255])

function viridis(t: number): Triple {
  const index = Math.min(Math.max(t, 0), 1) * 255
  const i = Math.min(Math.floor(index / 8), 31)
  const reach = i === 31 ? 7 : 8
  return mix(viridisAnchors[i]!, viridisAnchors[i + 1]!, (index - 8 * i) / reach)
}

/** Cividis (Nuñez, Anderton & Renslow 2018), as the polynomials of d3-scale-chromatic (ISC). */
function cividis(t: number): Triple {
  const horner = (coefficients: readonly number[]) =>
    Math.min(Math.max(coefficients.reduceRight((sum, c) => sum * t + c, 0) / 255, 0), 1)
  return [
    horner([-4.54, -35.34, 2381.73, -6402.7, 7024.72, -2710.57]),
    horner([32.49, 170.73, 52.82, -131.46, 176.58, -67.37]),
    horner([81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67]),
  ]
}

const terrainPath = constantSpeedPath()

const exactly: Readonly<Record<ColormapName, (t: number) => Triple>> = {
  terrain: (t) => oklabToSrgb(terrainPath(t)),
  viridis,
  cividis,
}
