/** `climber run` on what a climber's entry may say beyond an optimizer's name. */
import { expect, test } from 'vitest'
import { onScene } from './fixtures'

const equations = 'param lr = 0.1; state m = 0; m = 0.5 m + g; theta = theta - lr m'
const scene = (...runs: readonly object[]) => ({ surface: 'sphere', steps: 2, runs })

test('a typed optimizer runs, with its own state', async () => {
  const { out } = await onScene(['run'], scene({ optimizer: { name: 'Mine', equations }, start: [1, 2] }))
  expect(JSON.parse(out).runs).toMatchObject([
    {
      name: 'Mine',
      optimizer: 'Mine',
      state: {
        m: [
          [0, 0],
          [2, 4],
          [2.6, 5.2],
        ],
      },
    },
  ])
})

test('one that cannot be read is refused, with the place', async () => {
  const { status, out, err } = await onScene(['run'], scene({ optimizer: { name: 'Mine', equations: 'theta = lr g' } }))
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toMatch(/^climber: .*runs\[0\]\.optimizer\.equations.*unknown name `lr`.*\n$/)
})

test('where there is noise, what was felt is printed beside the true slope', async () => {
  const noisy = { optimizer: 'SGD', start: [1, 2], noise: { kind: 'gaussian', scale: 1 } }
  const [run, quiet] = JSON.parse((await onScene(['run'], scene(noisy, { ...noisy, noise: undefined }))).out).runs
  expect(run.gradient[0]).toEqual([2, 4])
  expect(run.felt).toHaveLength(3)
  expect(run.felt[0]).not.toEqual(run.gradient[0])
  expect(run.theta[1][0]).toBeCloseTo(1 - 1e-3 * run.felt[0][0], 15)
  expect(quiet.felt).toBeUndefined()
})
