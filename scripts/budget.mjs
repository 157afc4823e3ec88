// Weighs what a first visit downloads, gzipped, against its budget, and names what has no place in it.
// `node scripts/budget.mjs [FOLDER]` reads the manifest of a build, the last one of `npm run build` when left out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const page = process.argv[2] ?? fileURLToPath(new URL('../dist/page', import.meta.url))
const KB = 1024

/** What a first visit needs before a climber walks: the page, the landscape, the worker. The rest comes later. */
const firstVisit = ['index.html', 'src/app/main.tsx', 'src/views/landscape/Landscape.tsx', 'src/worker/worker.ts']
/** What the manifest calls the parts that have no place in it: typeset mathematics, the chart, dialogs, editors, experiments. */
const later = [
  /katex/i,
  /^src\/views\/(chart|arithmetic|map)\//,
  /Dialog|Modal|Popover|Gallery|Editor/,
  /^src\/app\/(lab|optimizers|typeset|files)\//,
  /^src\/app\/(climbers\/ClimberDetails|transport\/Transport|status\/Hints)/,
]

const manifest = JSON.parse(readFileSync(join(page, '.vite/manifest.json'), 'utf8'))

const budgets = [
  { name: 'initial download', entries: firstVisit, limit: 330 * KB },
  { name: 'the page without a landscape', entries: ['index.html', 'src/app/main.tsx'], limit: 190 * KB },
]

/** The chunks of an entry and of everything that it imports before it can run, by their names in the manifest. */
function chunksOf(key, found = new Set()) {
  const name = key in manifest ? key : Object.keys(manifest).find((other) => manifest[other].src === key)
  if (name === undefined) throw new Error(`the build has no entry ${key}: name the new one in scripts/budget.mjs`)
  if (found.has(name)) return found
  found.add(name)
  for (const imported of manifest[name].imports ?? []) chunksOf(imported, found)
  return found
}

const filesOf = (key) => [manifest[key].file, ...(manifest[key].css ?? [])]

// A part that is no chunk of its own any more has been drawn into one of the first visit, where no name betrays it.
for (const pattern of later) {
  if (!Object.keys(manifest).some((key) => pattern.test(key))) {
    throw new Error(`the build has no chunk ${pattern}: it has to be loaded by import(), see scripts/budget.mjs`)
  }
}

const weigh = (file) => gzipSync(readFileSync(join(page, file)), { level: 9 }).length

let heavy = false
for (const { name, entries, limit } of budgets) {
  const chunks = [...new Set(entries.flatMap((entry) => [...chunksOf(entry)]))]
  const files = new Set(chunks.flatMap(filesOf))
  const weights = [...files].map((file) => [file, weigh(file)]).sort((a, b) => b[1] - a[1])
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, weigh('index.html'))
  console.log(`${name}: ${(total / KB).toFixed(1)} KB of ${limit / KB} KB`)
  for (const [file, bytes] of weights) console.log(`  ${(bytes / KB).toFixed(1).padStart(6)} KB  ${file}`)
  const early = chunks.filter((key) => later.some((pattern) => pattern.test(key)))
  if (early.length > 0) console.error(`budget: ${early.join(', ')} must come later`)
  heavy ||= total > limit || early.length > 0
}
if (heavy) console.error('budget: too heavy; load what a first visit does not need later, by import()')
process.exitCode = heavy ? 1 : 0
