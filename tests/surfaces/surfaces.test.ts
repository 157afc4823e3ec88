/** Values, gradients and Hessians of the gallery against 30-digit references, and what every entry must have. */
import { describe, expect, test } from 'vitest'
import { ExpressionError } from '../../src/expression'
import { surfaces as gallery } from '../../src/registry'
import { createSurface, specOf } from '../../src/surfaces/create'
import { load } from '../reference/reference'

interface Stored {
  readonly id: string
  readonly formula: string
  readonly publishedMinima?: readonly { x: number; y: number; value: number }[] | null
  readonly samples: readonly {
    x: number
    y: number
    f: number
    grad: [number, number]
    hess: [number, number, number]
  }[]
}

const { surfaces } = load<{ surfaces: Stored[] }>('surfaces.json')

/** Relative to the largest component, as far as 1e-3 of it. */
function errorOf(actual: readonly number[], expected: readonly number[]): number {
  const largest = Math.max(...expected.map(Math.abs))
  const errors = expected.map((value, i) => Math.abs(actual[i]! - value) / Math.max(Math.abs(value), 1e-3 * largest))
  return Math.max(...errors)
}

describe.each(surfaces.map((surface) => [surface.id, surface] as const))('%s', (name, { samples }) => {
  const surface = createSurface(specOf(gallery.get(name)!))

  test('value, gradient and Hessian are right', () => {
    const gradient = new Float64Array(2)
    const hessian = new Float64Array(4)
    for (const { x, y, f, grad, hess } of samples) {
      const theta = Float64Array.of(x, y)
      expect(errorOf([surface.gradient(theta, gradient)], [f]), `f(${x}, ${y})`).toBeLessThanOrEqual(1e-11)
      expect(surface.value(theta)).toBe(surface.gradient(theta, gradient))
      expect(errorOf([...gradient], grad), `gradient at ${x}, ${y}`).toBeLessThanOrEqual(1e-11)
      surface.hessian(theta, hessian)
      const [xx, xy, yx, yy] = hessian
      expect(yx).toBe(xy)
      expect(errorOf([xx!, xy!, yy!], hess), `Hessian at ${x}, ${y}`).toBeLessThanOrEqual(1e-10)
    }
  })

  test('many points at once are the same as one by one, and only what is asked for is filled', () => {
    const count = samples.length
    const x = Float64Array.from(samples, (sample) => sample.x)
    const y = Float64Array.from(samples, (sample) => sample.y)
    const out = { f: new Float64Array(count), fxy: new Float64Array(count) }
    surface.evaluate(x, y, out, count)
    const hessian = new Float64Array(4)
    samples.forEach((sample, i) => {
      const theta = Float64Array.of(sample.x, sample.y)
      surface.hessian(theta, hessian)
      expect([out.f[i], out.fxy[i]]).toEqual([surface.value(theta), hessian[1]])
    })
  })
})

describe.each([...gallery])('%s of the gallery', (name, definition) => {
  test('has words, a name of its own and a domain', () => {
    expect(definition.name).toMatch(/^[a-z0-9-]+$/)
    expect(name).toBe(definition.name)
    expect(definition.title).not.toBe('')
    expect(definition.idea).toMatch(/^[A-Z].*\.$/)
    expect(definition.reference).not.toBe('')
    for (const [low, high] of Object.values(definition.domain)) expect(low).toBeLessThan(high)
  })

  test('starts inside, on ground that slopes', () => {
    const [x, y] = definition.start
    const { domain } = definition
    expect(x > domain.x[0] && x < domain.x[1] && y > domain.y[0] && y < domain.y[1]).toBe(true)
    const gradient = new Float64Array(2)
    expect(createSurface(specOf(definition)).gradient(Float64Array.of(x, y), gradient)).toBeTypeOf('number')
    expect(Math.hypot(...gradient)).toBeGreaterThan(0)
  })
})

const published = surfaces.flatMap(({ id, publishedMinima }) =>
  (publishedMinima ?? []).map((minimum) => ({ id, ...minimum })),
)

test.each(published)('$id takes $value at ($x, $y), as published', ({ id, x, y, value }) => {
  expect(createSurface(specOf(gallery.get(id)!)).value(Float64Array.of(x, y))).toBeCloseTo(value, 3)
})

const logarithmic = [...gallery.values()].filter((definition) => definition.heightScale === 'log')

test.each(logarithmic)('$name needs its logarithmic scale: tall walls, much low ground', (definition) => {
  const surface = createSurface(specOf(definition))
  const { x, y } = definition.domain
  const size = 41
  const heights = Array.from({ length: size * size }, (_, k) => {
    const u = (k % size) / (size - 1)
    const v = Math.floor(k / size) / (size - 1)
    return surface.value(Float64Array.of(x[0] + u * (x[1] - x[0]), y[0] + v * (y[1] - y[0])))
  }).sort((a, b) => a - b)
  const low = heights[0]!
  const median = (heights[heights.length >> 1]! - low) / (heights.at(-1)! - low)
  expect(median).toBeLessThan(0.2)
})

test('parameters are read, and can be replaced', () => {
  const spec = { title: '', formula: 'a*x^2 + b', domain: { x: [0, 1], y: [0, 1] }, heightScale: 'linear' } as const
  const at = Float64Array.of(2, 0)
  expect(createSurface({ ...spec, parameters: { a: 3, b: 1 } }).value(at)).toBe(13)
  const definition = { ...gallery.get('sphere')!, formula: 'a*x^2', parameters: { a: 2 } }
  expect(specOf(definition, { a: 5 }).parameters).toEqual({ a: 5 })
  expect(createSurface(specOf(definition)).value(at)).toBe(8)
})

test('a formula that cannot be read is an error with a place', () => {
  const spec = { title: '', domain: { x: [0, 1], y: [0, 1] }, heightScale: 'linear', parameters: {} } as const
  expect(() => createSurface({ ...spec, formula: 'x + sine(y)' })).toThrow(ExpressionError)
  expect(() => createSurface({ ...spec, formula: 'a*x' })).toThrow(ExpressionError)
})
