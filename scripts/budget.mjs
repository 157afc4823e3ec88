// Weighs what a first visit downloads, gzipped, against its budget. Reads the manifest of the last build.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const page = fileURLToPath(new URL('../dist/page', import.meta.url))
const KB = 1024

/** What a first visit needs before a climber walks: the page, the landscape and the worker. The rest comes later. */
const budgets = [
  {
    name: 'initial download',
    entries: ['index.html', 'src/views/landscape/Landscape.tsx'],
    worker: true,
    limit: 330 * KB,
  },
  { name: 'the page without a landscape', entries: ['index.html'], worker: false, limit: 190 * KB },
]

const manifest = JSON.parse(readFileSync(join(page, '.vite/manifest.json'), 'utf8'))

/** The files of an entry and of everything that it imports before it can run. */
function filesOf(key, found = new Set(), seen = new Set()) {
  if (seen.has(key)) return found
  seen.add(key)
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`the build has no entry ${key}: name the new one in scripts/budget.mjs`)
  for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file)
  for (const imported of chunk.imports ?? []) filesOf(imported, found, seen)
  return found
}

const weigh = (file) => gzipSync(readFileSync(join(page, file)), { level: 9 }).length
const workers = () =>
  [...readFileSync(join(page, '.vite/manifest.json'), 'utf8').matchAll(/assets\/worker-[\w-]+\.js/g)].map(
    ([file]) => file,
  )

let heavy = false
for (const { name, entries, worker, limit } of budgets) {
  const files = new Set(entries.flatMap((entry) => [...filesOf(entry)]))
  if (worker) for (const file of workers()) files.add(file)
  const weights = [...files].map((file) => [file, weigh(file)]).sort((a, b) => b[1] - a[1])
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, weigh('index.html'))
  console.log(`${name}: ${(total / KB).toFixed(1)} KB of ${limit / KB} KB`)
  for (const [file, bytes] of weights) console.log(`  ${(bytes / KB).toFixed(1).padStart(6)} KB  ${file}`)
  heavy ||= total > limit
}
if (heavy) console.error('budget: too heavy; load what a first visit does not need later, by import()')
process.exitCode = heavy ? 1 : 0
