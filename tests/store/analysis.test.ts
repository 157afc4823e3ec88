/** Basins, sweep and swarm of a mounted scene with a real engine, seen together. */
import { afterEach, expect, test, vi } from 'vitest'
import { cellCentre } from '../../src/analysis/basins'
import { createSceneStore } from '../../src/store/scene-store'
import { createEngine } from '../../src/worker/client'
import { inline } from '../worker/fixtures'
import { catalog, scene } from './fixtures'

const engine = createEngine({ connect: inline })
const stores: { dispose(): void }[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.dispose()
})

function mount() {
  const view = { mode: 'landscape', camera: 'isometric', layers: ['basins'], theme: 'auto', tries: true } as const
  const store = createSceneStore({ engine, scene: scene({ view }), catalog, fieldSizes: [33] })
  stores.push(store)
  return { store, state: () => store.scene.getState() }
}
const patience = { timeout: 20_000 }

test('the climber of a basin’s pixel, replayed, ends where the pixel says', async () => {
  const { state } = mount()
  await vi.waitUntil(() => state().basins !== null, patience)
  const { size, labels, minima } = state().basins!
  const { domain } = state().surface!
  for (const [i, j] of [
    [3, 5],
    [60, 9],
    [20, 50],
  ] as const) {
    const [column, row] = [Math.floor((i * size) / 64), Math.floor((j * size) / 64)]
    const start = [cellCentre(domain.x, column, size), cellCentre(domain.y, row, size)] as const
    state().setStart(0, start)
    const walked = () => state().climbers[0]!.trajectory
    await vi.waitUntil(() => walked()?.theta[0] === start[0] && walked()?.theta[1] === start[1], patience)
    const { theta } = walked()!
    const goal = minima[labels[row * size + column]!]!
    expect(theta.at(-2)).toBeCloseTo(goal.x, 2)
    expect(theta.at(-1)).toBeCloseTo(goal.y, 2)
  }
})

test('the climber of a loaded cell has the loss that the sweep shows', async () => {
  const { state } = mount()
  await vi.waitUntil(() => state().criticalPoints !== null && state().climbers[0]?.trajectory != null, patience)
  state().openSweep(0, 'lr', 'momentum')
  await vi.waitUntil(() => state().sweep?.map != null, patience)
  const { size, loss, xs } = state().sweep!.map!
  const i = xs.findIndex((lr) => lr > 1e-3)
  state().loadSweepCell(i, 1)
  await vi.waitUntil(() => state().climbers[0]!.trajectory!.loss.at(-1) === loss[size + i], patience)
  expect(state().sweep!.goal).toBeCloseTo(0.01 * state().climbers[0]!.trajectory!.loss[0]!, 6)
})

test('a released swarm steps as the clock tells', async () => {
  const { store, state } = mount()
  await vi.waitUntil(() => state().criticalPoints !== null && state().climbers[0]?.spec != null, patience)
  state().releaseSwarm({ count: 100 })
  await vi.waitUntil(() => store.swarm.frame !== null, patience)
  const before = store.swarm.frame!.positions.slice()
  await vi.waitUntil(() => {
    store.swarm.advance(1 / 60)
    return store.swarm.frame!.taken >= 20
  }, patience)
  expect(store.swarm.frame!.positions).not.toEqual(before)
  await vi.waitUntil(() => {
    store.swarm.advance(1 / 60)
    return store.swarm.frame!.census !== null && store.swarm.frame!.minima.length === 4
  }, patience)
})
