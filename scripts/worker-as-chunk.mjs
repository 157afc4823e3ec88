// Vite bundles a worker by itself, with a second copy of everything that the page has already: the language, the kernels,
// the optimizers. This plugin makes the worker one more entry of the page's own build, so that both import the same files
// and a visitor downloads them once.
import { fileURLToPath } from 'node:url'

const connect = fileURLToPath(new URL('../src/worker/connect.ts', import.meta.url))
const worker = fileURLToPath(new URL('../src/worker/worker.ts', import.meta.url))
const asked = "new URL('./worker.ts', import.meta.url)"

export const workerAsChunk = () => ({
  name: 'worker-as-chunk',
  apply: 'build',
  // Before Vite sees the address and bundles what it names.
  enforce: 'pre',
  transform(code, id) {
    if (id !== connect) return undefined
    if (!code.includes(asked))
      this.error(`${connect} no longer says ${asked}: keep scripts/worker-as-chunk.mjs in step`)
    const reference = this.emitFile({ type: 'chunk', id: worker, name: 'worker' })
    return { code: code.replace(asked, `import.meta.ROLLUP_FILE_URL_${reference}`), map: null }
  },
})
