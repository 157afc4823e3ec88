/** Which code walks are made of is nobody's business but the clock's: what must hold is that it gives the same bits. */

import { describe, expect, test } from 'vitest'
import { createExecutor } from '../../src/kernels/create-executor'
import type { Executor } from '../../src/kernels/executor'
import type { WalkSpec } from '../../src/kernels/fleet'
import { fleetOf } from '../../src/kernels/make-fleet'
import { formulaSurface, starts, surfaceOf, walkOf } from './fixtures'

const { Module } = WebAssembly

/** How many modules `work` has compiled. */
function compilations(work: () => void): number {
  let count = 0
  class Counted extends Module {
    constructor(bytes: BufferSource) {
      super(bytes)
      count++
    }
  }
  WebAssembly.Module = Counted
  try {
    work()
  } finally {
    WebAssembly.Module = Module
  }
  return count
}

const ends = (executor: Executor, walk: WalkSpec, x: Float64Array, y: Float64Array, slices: readonly number[]) => {
  const fleet = fleetOf(executor, walk).create(x.length)
  fleet.reset({ x, y })
  for (const steps of slices) fleet.advance(steps)
  return { x: fleet.x, y: fleet.y, divergedAt: fleet.divergedAt }
}

describe('long work is done by other code than short work, with the same result', () => {
  test.each([
    ['where everybody walks on', surfaceOf('ackley'), 'Adam', { lr: 0.01 }],
    ['where some diverge', formulaSurface('x^4 - y^4 + x y'), 'SGD', { lr: 0.01 }],
    ['where some come to rest', surfaceOf('himmelblau'), 'SGD', { lr: 0.01, momentum: 0.5 }],
    ['where periodic functions leave their reach', formulaSurface('sin(exp(x)) + y^2'), 'SGD', { lr: 0.1 }],
  ] as const)('%s', (_, surface, optimizer, hyperparameters) => {
    const executor = createExecutor()
    const walk = walkOf(surface, optimizer, hyperparameters)
    const COUNT = 1000
    const { x, y } = starts(COUNT, 2.5)
    const long = ends(executor, walk, x, y, [1000, 60, 40])
    for (let i = 0; i < COUNT; i += 97) {
      const [from, to] = [i, i + 3]
      const short = ends(executor, walk, x.subarray(from, to), y.subarray(from, to), [1100])
      expect(short).toEqual({
        x: long.x.subarray(from, to),
        y: long.y.subarray(from, to),
        divergedAt: long.divergedAt.subarray(from, to),
      })
    }
  })

  test('the code changes once', () => {
    const walk = walkOf(surfaceOf('himmelblau'), 'SGD', { lr: 1e-5 })
    const executor = createExecutor()
    const { x, y } = starts(1000, 2)
    expect(compilations(() => ends(executor, walk, x, y, [500]))).toBe(1)
    const long = () => ends(executor, walk, x, y, [500, 500, 500, 500])
    expect(compilations(long)).toBe(1)
    expect(compilations(long)).toBe(0)
  })
})

test('what judges climbers is compiled when the first of them goes astray', () => {
  const executor = createExecutor()
  const { x, y } = starts(10, 2)
  const walk = (lr: number) => walkOf(formulaSurface('x^2 / 4 + y^2 / 4'), 'SGD', { lr })
  const calm = compilations(() => ends(executor, walk(0.1), x, y, [2000]))
  expect(calm).toBe(1)
  // The walk's own code is known by now.
  const astray = compilations(() => {
    const { divergedAt } = ends(executor, walk(10), x, y, [600])
    expect([...divergedAt].every((step) => step > 0)).toBe(true)
  })
  expect(astray).toBe(1)
})

test('formulas that differ in their numbers alone share code', () => {
  const executor = createExecutor()
  const { x, y } = starts(10, 2)
  const formula = (a: number, b: number) => `exp(-${a} x^2) + ${b} sin(y)`
  const walk = (a: number, b: number) => walkOf(formulaSurface(formula(a, b)), 'SGD', { lr: 0.01, momentum: 0.9 })
  const numbers = [
    [0.7, 3.7],
    [0.3, 1.7],
    [0.9, 1.1],
  ] as const
  // Each by an executor that knows no code yet: what must come out.
  const alone = numbers.map(([a, b]) => ends(createExecutor(), walk(a, b), x, y, [10]))
  const shared: (typeof alone)[number][] = []
  const made = compilations(() => {
    for (const [a, b] of numbers) shared.push(ends(executor, walk(a, b), x, y, [10]))
  })
  expect(made).toBe(1)
  expect(shared).toEqual(alone)
  expect(new Set(alone.map((end) => end.x.join())).size).toBe(numbers.length)
})
