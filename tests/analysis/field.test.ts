import { expect, test } from 'vitest'
import { sampleField, sampleRows } from '../../src/analysis/field'
import { createSurface } from '../../src/surfaces/create'
import type { Domain } from '../../src/surfaces/surface'

const surfaceOf = (formula: string, domain: Domain) =>
  createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' })

test('samples are row by row with y outermost, and include both borders', () => {
  const field = sampleField(surfaceOf('10*y + x^2', { x: [1, 3], y: [-1, 0] }), 3)
  expect([...field.f]).toEqual([-9, -6, -1, -4, -1, 4, 1, 4, 9])
  expect([...field.fx]).toEqual([2, 4, 6, 2, 4, 6, 2, 4, 6])
  expect([...field.fy]).toEqual(Array(9).fill(10))
  expect(field).toMatchObject({ size: 3, min: -9, max: 9, holes: false })
})

test('the range is that of the finite samples, and holes are noted', () => {
  const field = sampleField(surfaceOf('log(x) + y', { x: [-1, 1], y: [0, 1] }), 3)
  expect(field.holes).toBe(true)
  expect(field).toMatchObject({ min: 0, max: 1 })
  expect(field.f[0]).toBeNaN()
})

test('a surface that is finite nowhere still has a range', () => {
  const field = sampleField(surfaceOf('sqrt(-1 - x^2) + y', { x: [-1, 1], y: [0, 1] }), 4)
  expect(field).toMatchObject({ min: 0, max: 1, holes: true })
})

test('can be interrupted between slices and says how far it has come', () => {
  const fractions = [...sampleRows(surfaceOf('x*y', { x: [0, 1], y: [0, 1] }), 8)]
  expect(fractions.length).toBeGreaterThan(2)
  expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true)
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
})
