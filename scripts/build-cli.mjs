// Bundles the command line into one file. `node scripts/build-cli.mjs` writes dist/cli/climber.js, the package's bin.
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Writes the bundle to `file`, atomically: whoever looks sees all of it or nothing. */
export async function buildCli(file) {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true })
  const scratch = await mkdtemp(join(folder, '.build-'))
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: 'src/cli/climber.ts',
        outDir: scratch,
        target: 'node20',
        minify: true,
        copyPublicDir: false,
        rolldownOptions: { output: { entryFileNames: 'climber.js' } },
      },
    })
    const built = join(scratch, 'climber.js')
    await writeFile(built, `#!/usr/bin/env node\n${await readFile(built, 'utf8')}`)
    await chmod(built, 0o755)
    await rename(built, file)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli(join(root, 'dist/cli/climber.js'))
