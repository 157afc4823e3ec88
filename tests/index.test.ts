import { expect, test } from 'vitest'
import { createSurface, optimizers, parseScene, resolveScene, simulate } from '../src/index'

test('the public face carries a scene from its text to a trajectory', () => {
  const text =
    '{"version":1,"surface":"sphere","steps":10,"runs":[{"optimizer":"SGD","start":[1,-2],"hyperparameters":{"lr":0.25}}]}'
  const { surface, runs } = resolveScene(parseScene(text).scene)
  if (!surface.ok || !runs[0]?.ok) throw new Error('the scene cannot be computed')
  const { theta, loss } = simulate(createSurface(surface.spec), optimizers.get('SGD')!, runs[0].spec)
  // Each step halves the distance to the bottom.
  expect([...theta.slice(-2)]).toEqual([2 ** -10, -(2 ** -9)])
  expect(loss[0]).toBe(5)
})
