import { gatherBasins } from './basins'
import type { Engine } from './engine'
import { Pool, type PoolOptions } from './pool'
import { gatherSweep } from './sweep'

export type EngineOptions = PoolOptions

/** The engine of a page. Workers start with the first job. One engine serves any number of scenes. */
export function createEngine(options: EngineOptions = {}): Engine {
  const pool = new Pool(options)
  return {
    field: (surface, size, options) => pool.submit({ kind: 'field', surface, size }, options),
    simulate: (surface, run, options) => pool.submit({ kind: 'simulate', surface, run }, options),
    criticalPoints: (surface, options) => pool.submit({ kind: 'criticalPoints', surface }, options),
    basins: (request, options) => gatherBasins(pool, request, options),
    sweep: (request, options) => gatherSweep(pool, request, options),
    swarm: (request, options) => pool.submit({ kind: 'swarm', ...request }, options),
    dispose: () => pool.dispose(),
  }
}
