/**
 * Installs what the benchmarks compare with (bench/package.json, into bench/node_modules) and runs bench/main.ts.
 * `node bench/run.mjs [--rounds N]`
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const competitors = ['mathjs', '@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm']
if (!competitors.every((name) => existsSync(`${here}node_modules/${name}`))) {
  console.log('installing the competitors…')
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' })
  } catch {
    console.log('that failed: going on without mathjs and TensorFlow.js')
  }
}
const { module } = await runnerImport(`${here}main.ts`, { configFile: false, logLevel: 'error' })
const optional = async (name) => {
  try {
    return await import(name)
  } catch {
    return undefined
  }
}
// In this order: a backend of TensorFlow.js adds itself to the package.
const [mathjs, tf] = [await optional('mathjs'), await optional('@tensorflow/tfjs')]
await optional('@tensorflow/tfjs-backend-wasm')
await module.main(process.argv.slice(2), { mathjs, tf })
