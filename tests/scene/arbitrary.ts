import * as fc from 'fast-check'
import type { Scene } from '../../src/scene/types'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const plain = { noNullPrototype: true } as const
const words = (maxLength: number) => fc.string({ maxLength, unit: 'grapheme-ascii' })
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,12}$/)
const parameterName = name.filter((text) => text !== 'x' && text !== 'y')

const interval = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([low, width]) => [low, low + width] as const)

const surface = fc.oneof(
  name,
  fc.record(
    {
      formula: words(40),
      title: words(20),
      domain: fc.record({ x: interval, y: interval }, plain),
      parameters: fc.dictionary(parameterName, finite, { noNullPrototype: true, maxKeys: 4 }),
      heightScale: fc.constantFrom('linear' as const, 'log' as const),
    },
    { noNullPrototype: true, requiredKeys: ['formula'] },
  ),
)

const noise = fc.record(
  {
    kind: fc.constantFrom('gaussian' as const, 'student-t' as const),
    scale: fc.double({ min: 0, max: 1e12, noNaN: true }),
    df: fc.double({ min: 0.5, max: 1000, noNaN: true }),
  },
  { noNullPrototype: true, requiredKeys: ['kind', 'scale'] },
)

const run = fc.record(
  {
    optimizer: name,
    start: fc.tuple(finite, finite),
    hyperparameters: fc.dictionary(name, fc.oneof(finite, fc.boolean(), words(12)), {
      noNullPrototype: true,
      maxKeys: 4,
    }),
    maximize: fc.boolean(),
    name: words(12),
    equations: words(40),
    wrappers: fc.array(words(12), { maxLength: 4 }),
    noise,
    seed: fc.nat(2 ** 32 - 1),
  },
  { noNullPrototype: true, requiredKeys: ['optimizer', 'start', 'hyperparameters', 'maximize'] },
)

const camera = fc.oneof(
  fc.constantFrom('isometric' as const, 'top' as const, 'low' as const),
  fc.record(
    {
      azimuth: finite,
      elevation: fc.double({ min: -90, max: 90, noNaN: true }),
      zoom: fc.double({ min: 0.05, max: 100, noNaN: true }),
    },
    plain,
  ),
)

/** Any scene that a valid document can describe. */
export const anyScene: fc.Arbitrary<Scene> = fc.record(
  {
    version: fc.constant(1 as const),
    title: words(30),
    description: words(60),
    surface,
    runs: fc.array(run, { maxLength: 5 }),
    steps: fc.integer({ min: 1, max: 100_000 }),
    seed: fc.nat(2 ** 32 - 1),
    view: fc.record(
      {
        mode: fc.constantFrom('landscape' as const, 'map' as const, 'both' as const),
        camera,
        layers: fc.array(fc.constantFrom('contours' as const, 'critical-points' as const, 'gradient' as const), {
          maxLength: 4,
        }),
        theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
        tries: fc.boolean(),
      },
      plain,
    ),
    controls: fc.array(words(10), { maxLength: 4 }),
    cues: fc.array(fc.record({ step: fc.nat(100_000), note: words(30) }, plain), { maxLength: 4 }),
  },
  {
    noNullPrototype: true,
    requiredKeys: ['version', 'title', 'description', 'surface', 'runs', 'steps', 'seed', 'view', 'cues'],
  },
)
