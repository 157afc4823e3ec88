// Weighs what a first visit downloads, gzipped, against its budget. Reads the manifest of the last build.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const page = fileURLToPath(new URL('../dist/page', import.meta.url))
const KB = 1024

/** What a first visit needs before a climber walks: the page, the landscape, the worker. The rest comes later. */
const firstVisit = ['index.html', 'src/app/main.tsx', 'src/views/landscape/Landscape.tsx', 'src/worker/worker.ts']
/** Packages that have no place in it. */
const later = /katex/i

const manifest = JSON.parse(readFileSync(join(page, '.vite/manifest.json'), 'utf8'))

const budgets = [
  { name: 'initial download', entries: firstVisit, limit: 330 * KB },
  { name: 'the page without a landscape', entries: ['index.html', 'src/app/main.tsx'], limit: 190 * KB },
]

/** The files of an entry and of everything that it imports before it can run. */
function filesOf(key, found = new Set(), seen = new Set()) {
  if (seen.has(key)) return found
  seen.add(key)
  const chunk = manifest[key] ?? Object.values(manifest).find(({ src }) => src === key)
  if (chunk === undefined) throw new Error(`the build has no entry ${key}: name the new one in scripts/budget.mjs`)
  for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file)
  for (const imported of chunk.imports ?? []) filesOf(imported, found, seen)
  return found
}

const weigh = (file) => gzipSync(readFileSync(join(page, file)), { level: 9 }).length

let heavy = false
for (const { name, entries, limit } of budgets) {
  const files = new Set(entries.flatMap((entry) => [...filesOf(entry)]))
  const weights = [...files].map((file) => [file, weigh(file)]).sort((a, b) => b[1] - a[1])
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, weigh('index.html'))
  console.log(`${name}: ${(total / KB).toFixed(1)} KB of ${limit / KB} KB`)
  for (const [file, bytes] of weights) console.log(`  ${(bytes / KB).toFixed(1).padStart(6)} KB  ${file}`)
  const early = [...files].filter((file) => later.test(file))
  if (early.length > 0) console.error(`budget: ${early.join(', ')} must come later`)
  heavy ||= total > limit || early.length > 0
}
if (heavy) console.error('budget: too heavy; load what a first visit does not need later, by import()')
process.exitCode = heavy ? 1 : 0
