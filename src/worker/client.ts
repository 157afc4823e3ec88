import { gatherBasins } from './basins'
import type { Engine } from './engine'
import { Pool, type PoolOptions } from './pool'
import { gatherSweep } from './sweep'

export type EngineOptions = PoolOptions

/** The engine of a page. Workers start with the first job. One engine serves any number of scenes. */
export function createEngine(options: EngineOptions = {}): Engine {
  const pool = new Pool(options)
  const names = new WeakMap<object, string>()
  let named = 0
  const nameOf = (owner: object): string => {
    const name = names.get(owner) ?? `swarm ${named++}`
    names.set(owner, name)
    return name
  }
  return {
    field: (surface, size, options) => pool.submit({ kind: 'field', surface, size }, options),
    simulate: (surface, run, options) => pool.submit({ kind: 'simulate', surface, run }, options),
    criticalPoints: (surface, options) => pool.submit({ kind: 'criticalPoints', surface }, options),
    attractors: (surface, maximize, points, options) =>
      pool.submit({ kind: 'attractors', surface, maximize, ...(points === undefined ? {} : { points }) }, options),
    basins: (request, options) => gatherBasins(pool, request, options),
    sweep: (request, options) => gatherSweep(pool, request, options),
    swarm: (owner, request, options) => pool.submit({ kind: 'swarm', swarm: nameOf(owner), ...request }, options),
    dispose: () => pool.dispose(),
  }
}
