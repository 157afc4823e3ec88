/** Rectangles of points, hoisted, against the same points one by one: in every bit. */
import { describe, expect, test } from 'vitest'
import { createExecutor } from '../../src/kernels/create-executor'
import { interpreter } from '../../src/kernels/executor'
import { surfaces } from '../../src/registry'
import type { Surface } from '../../src/surfaces/surface'
import { formulaSurface, surfaceOf } from './fixtures'

const outputs = ['f', 'fx', 'fy', 'fxx', 'fxy', 'fyy'] as const
const xs = Float64Array.from({ length: 37 }, (_, i) => -3 + i / 6)
const ys = Float64Array.from({ length: 5 }, (_, j) => 2 - j * 1.01)

function expectSame(surface: Surface): void {
  const field = surface.grid!(outputs, xs, ys)
  for (const [j, y] of ys.entries()) {
    const row = outputs.map(() => new Float64Array(xs.length))
    field.row(j, row)
    const expected = outputs.map(() => new Float64Array(xs.length))
    const samples = Object.fromEntries(outputs.map((name, k) => [name, expected[k]!]))
    surface.evaluate(xs, new Float64Array(xs.length).fill(y), samples, xs.length)
    expect(row).toEqual(expected)
  }
}

describe.each([interpreter, createExecutor()].map((executor) => [executor.kind, executor] as const))(
  '%s',
  (_, executor) => {
    test.each([...surfaces.keys()])('%s', (name) => {
      expectSame(surfaceOf(name, executor))
    })

    test.each(['sin(1e9 x) + cos(1e30 y)', 'x^2', 'sqrt(y)', '3', 'if(sin(x) < 0, exp(y), x/y)', 'x^y'])(
      '%s',
      (formula) => {
        expectSame(formulaSurface(formula, executor))
      },
    )
  },
)
