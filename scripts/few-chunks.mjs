// A bundler makes a chunk of whatever the same parts share: a first visit would fetch some thirty files, most of them smaller
// than what it takes to ask for one. Here it fetches few: what page and worker share, what the page has beyond that, what
// the worker has. The landscape and everything later stay chunks of their own.
import { fileURLToPath } from 'node:url'

const source = (file) => fileURLToPath(new URL(`../src/${file}`, import.meta.url))

const boot = source('app/boot.ts')
const page = source('app/main.tsx')
const landscape = source('views/landscape/Landscape.tsx')
const map = source('views/map/MapView.tsx')
const work = source('worker/scheduler.ts')

/** The modules that `entry` cannot run without, itself included. */
function closure(entry, infoOf) {
  if (infoOf(entry) === null)
    throw new Error(`the build has no module ${entry}: name the new one in scripts/few-chunks.mjs`)
  const found = new Set()
  const visit = (id) => {
    if (found.has(id)) return
    found.add(id)
    infoOf(id)?.importedIds.forEach(visit)
  }
  visit(entry)
  return found
}

/** Names the chunk of a module; null where the bundler decides. */
function createPlan(infoOf) {
  const [inBoot, inPage, inLandscape, inMap, inWork] = [boot, page, landscape, map, work].map((entry) =>
    closure(entry, infoOf),
  )
  return (id) => {
    // What runs first waits for nothing else, and an entry keeps its own name, by which the page's head finds it.
    if (inBoot.has(id) || id === page) return null
    // A map drawn where there is no WebGL needs what it shares with the landscape, not the landscape.
    const isPage = inPage.has(id) || (inLandscape.has(id) && inMap.has(id))
    if (inWork.has(id)) return isPage ? 'engine' : 'scheduler'
    return isPage ? 'page' : null
  }
}

/** For `output.codeSplitting`. */
export function fewChunks() {
  let plan
  return {
    groups: [
      {
        debugName: 'first visit',
        name: (id, context) => {
          plan ??= createPlan((module) => context.getModuleInfo(module))
          return plan(id)
        },
      },
    ],
  }
}
