import { expect, test } from 'vitest'
import { climber, onScene } from './fixtures'

const ask = async (...input: string[]) => {
  const { status, out, err } = await climber(['evaluate'], { input })
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
const line = (formula: string, x: unknown, y: unknown, more: object = {}) =>
  `${JSON.stringify({ formula, x, y, ...more })}\n`

test('each line is answered by value, gradient and Hessian', async () => {
  expect(await ask(line('x^2 y + y^3', 2, -1))).toEqual([{ value: -5, gradient: [-4, 7], hessian: [-2, 4, -6] }])
})

test('a bad line is answered by an error with its place, and the stream goes on', async () => {
  const answers = await ask(
    line('x + sine(y)', 1, 2),
    'no JSON\n',
    line('x', 1, undefined),
    line('x', 'one', 2),
    '[]\n',
    line('x y', 2, 3),
  )
  expect(answers.map((answer) => answer.error ?? answer.value)).toEqual([
    { message: expect.stringContaining('did you mean `sin`'), position: 4 },
    { message: expect.stringContaining('not JSON'), position: null },
    { message: 'y is missing', position: null },
    { message: 'x must be a number', position: null },
    { message: expect.stringContaining('a line must be an object'), position: null },
    6,
  ])
})

test('non-finite numbers go in and come out as texts', async () => {
  expect(await ask(line('1/x', 0, 0), line('y', 0, 'Infinity'), line('x', 'NaN', 1))).toEqual([
    { value: 'Infinity', gradient: ['-Infinity', 0], hessian: ['Infinity', 0, 0] },
    { value: 'Infinity', gradient: [0, 1], hessian: [0, 0, 0] },
    { value: 'NaN', gradient: [1, 0], hessian: [0, 0, 0] },
  ])
})

test('parameters may be given', async () => {
  expect(await ask(line('a x^2', 3, 0, { parameters: { a: 2 } }))).toEqual([
    { value: 18, gradient: [12, 0], hessian: [4, 0, 0] },
  ])
})

test('lines may arrive in any pieces, the last without its end, blank ones in between', async () => {
  const text = `${line('x + y', 1, 2)}\n${line('“”', 1, 2)}${line('x', 7, 2).trimEnd()}`
  const answers = await ask(...Array.from(text))
  expect(answers.map((answer) => answer.value ?? 'error')).toEqual([3, 'error', 7])
})

test('every answer is given before the next question is awaited', async () => {
  const log: string[] = []
  const { main } = await import('../../src/cli/main')
  const questions = async function* () {
    for (let i = 0; i < 3; i++) {
      log.push(`asked ${i}`)
      yield new TextEncoder().encode(line('x', i, 0))
    }
  }
  await main(['evaluate'], {
    input: questions(),
    write: async (text) => {
      log.push(`answered ${(JSON.parse(text) as { value: number }).value}`)
    },
    note: () => {},
    readFile: () => Promise.reject(new Error('no files')),
  })
  expect(log).toEqual(['asked 0', 'answered 0', 'asked 1', 'answered 1', 'asked 2', 'answered 2'])
})

test('critical points are printed by value, classified', async () => {
  const { status, out } = await onScene(['critical-points'], {
    surface: { formula: 'x^4 - 2x^2 + y^2', domain: { x: [-2, 2], y: [-1, 1] } },
  })
  expect(status).toBe(0)
  const report = JSON.parse(out) as {
    points: { x: number; y: number; value: number; kind: string; eigenvalues: number[] }[]
  }
  expect(report).toMatchObject({ complete: false, undecided: [] })
  expect(report.points.map(({ kind }) => kind)).toEqual(['minimum', 'minimum', 'saddle'])
  expect(report.points[2]).toEqual({ x: 0, y: 0, value: 0, kind: 'saddle', eigenvalues: [-4, 2], certified: false })
})
