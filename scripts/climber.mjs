// Runs the command line from source: `npm run -s climber -- run scenes/….json`. The bundle is made when the sources have
// changed and kept in node_modules/.cache, so that a call costs little more than starting Node.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache/climber')
/** Rooms that the command line does not enter. */
const elsewhere = new Set(['app', 'embed', 'store', 'views', 'worker'])
const DAY_MS = 86_400_000

/** A name for the state of the sources: paths, sizes and times of change. */
function fingerprint() {
  const hash = createHash('sha256')
  const visit = (folder, depth) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (!entry.isDirectory()) note(path)
      else if (depth > 0 || !elsewhere.has(entry.name)) visit(path, depth + 1)
    }
  }
  const note = (path) => {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path}\0${mtimeMs}\0${size}\0`)
  }
  visit(join(root, 'src'), 0)
  for (const file of ['package-lock.json', 'scripts/build-cli.mjs']) note(join(root, file))
  return hash.digest('hex').slice(0, 16)
}

/** Bundles that nobody can still be starting from. */
async function removeOld() {
  for (const name of await readdir(cache)) {
    const path = join(cache, name)
    if (Date.now() - (await stat(path)).mtimeMs > DAY_MS) await rm(path, { recursive: true, force: true })
  }
}

async function make(bundle) {
  const { buildCli } = await import('./build-cli.mjs')
  try {
    await buildCli(bundle)
    await removeOld().catch(() => {})
    return bundle
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error
    // Somebody else's checkout: nothing can be kept, but it still runs.
    const scratch = join(await mkdtemp(join(tmpdir(), 'climber-')), 'climber.mjs')
    await buildCli(scratch)
    return scratch
  }
}

const bundle = join(cache, `${fingerprint()}.mjs`)
await import(pathToFileURL(existsSync(bundle) ? bundle : await make(bundle)).href)
