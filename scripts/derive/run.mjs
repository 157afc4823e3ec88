/** Runs one of this folder's TypeScript programs: `node scripts/derive/run.mjs polynomials`. */
import { runnerImport } from 'vite'

const [name, ...rest] = process.argv.slice(2)
const { module } = await runnerImport(new URL(`./${name}.ts`, import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
})
await module.main(rest)
