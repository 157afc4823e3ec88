import { findOptimizer } from '../optimizers/find'
import { stateNamesOf } from '../optimizers/optimizer'
import { optimizers } from '../registry'
import { csvHeader, csvRows, runJson } from './format'
import type { Io } from './io'
import { loadScene } from './load'
import { planRuns, walk } from './simulate'

/** `climber run SCENE`: every run of a scene, computed to its end, as JSON or as a table. */
export async function run(path: string, { csv = false }: { readonly csv?: boolean }, io: Io): Promise<void> {
  const plan = planRuns(await loadScene(path, io), path, io)
  if (csv) {
    const rules = plan.runs.map(({ spec }) => findOptimizer(spec, optimizers)!)
    const stateNames = [...new Set(rules.flatMap(stateNamesOf))]
    await io.write(`${csvHeader(stateNames)}\n`)
    let index = 0
    for (const walked of walk(plan)) await io.write(`${csvRows(walked, index++, stateNames).join('\n')}\n`)
    return
  }
  await io.write('{"runs":[')
  let separator = '\n'
  for (const walked of walk(plan)) {
    await io.write(separator + runJson(walked))
    separator = ',\n'
  }
  await io.write('\n]}\n')
}
