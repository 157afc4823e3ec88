/**
 * What must feel immediate, measured in a real Chromium: `npm run bench:live`. Previews of formulas just typed, maps of
 * basins that follow a slider, work that is cancelled, the memory of the page after hundreds of kernels, and swarms.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { launchBrowser } from '../scripts/browser.mjs'
import { servePage } from './live/swarm.mjs'

const root = fileURLToPath(new URL('./live', import.meta.url))
const outDir = fileURLToPath(new URL('./build/live', import.meta.url))

const sorted = (values) => [...values].sort((a, b) => a - b)
const spread = (values) => {
  const ms = sorted(values).map((value) => value.toFixed(1))
  return `shortest ${ms[0]} ms, median ${ms[ms.length >> 1]}, 90 % within ${ms[Math.ceil(0.9 * ms.length) - 1]}, longest ${ms.at(-1)}`
}

await build({
  root,
  base: './',
  configFile: false,
  logLevel: 'error',
  worker: { format: 'es' },
  build: { outDir, emptyOutDir: true },
})
const server = await preview({
  root,
  configFile: false,
  logLevel: 'error',
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1' },
})
const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`)
  await page.waitForFunction(() => window.live !== undefined)
  console.log(`Chromium ${browser.version()}\n`)

  for (const surface of ['rosenbrock', 'himmelblau', 'rastrigin', 'ackley']) {
    const what = '64 x 64 climbers after 100 steps'
    console.log(`${surface}, a new formula: ${what}: ${spread(await previews(page, surface, 64, 100, 'shape'))}`)
    console.log(`${surface}, another number: ${what}: ${spread(await previews(page, surface, 64, 100, 'numbers'))}`)
  }
  const whole = await previews(page, 'himmelblau', 512, 500, 'shape', 7)
  console.log(`himmelblau, a new formula: 512 x 512 climbers after 500 steps, one thread: ${spread(whole)}`)

  for (const [surface, name, low, high] of [
    ['himmelblau', 'lr', 0.005, 0.02],
    ['himmelblau', 'momentum', 0, 0.9],
    ['rastrigin', 'lr', 0.001, 0.01],
    ['ackley', 'momentum', 0, 0.9],
  ]) {
    const { coarse, fine } = await page.evaluate((args) => window.live.drag(...args), [surface, name, low, high])
    console.log(`${surface}, ${name} dragged: 64 x 64 basins on the canvas: ${spread(coarse)}`)
    console.log(`${' '.repeat(surface.length + name.length + 2)} at rest: 512 x 512 after ${Math.round(fine)} ms`)
  }
  for (const [surface, optimizer] of [
    ['ackley', 'Adam'],
    ['rosenbrock', 'SGD'],
  ]) {
    const times = await page.evaluate((args) => window.live.cancel(...args), [surface, optimizer])
    console.log(`${surface}, ${optimizer}: cancelled, and every worker has stopped: ${spread(times)}`)
  }
  await memory(page)
  await page.close()
  await swarms()
} finally {
  await browser.close()
  await server.close()
}

/** On the page as it is built. */
async function swarms() {
  const page = await servePage(browser)
  try {
    await page.swarm('himmelblau', 'optimizer=SGD&lr=0.0001')
    await page.swarm('ackley', 'optimizer=Adam&lr=0.0001')
  } finally {
    await page.close()
  }
}

/** Each of a new text (`novel` as in `previewOf`), after a breath in which what the last one left behind can be tidied up. */
async function previews(page, surface, size, steps, novel, count = 15) {
  const times = []
  for (let k = 0; k < count; k++) {
    times.push(await page.evaluate((args) => window.live.previewOf(...args), [surface, k, size, steps, novel]))
    await page.waitForTimeout(200)
  }
  return times
}

/** The heap of the page, and where the system tells it, all the memory of its process, code included. */
async function memory(page) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const devtools = await page.context().newCDPSession(page)
  const megabytes = async () => {
    for (let k = 0; k < 3; k++) await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    return { heap: usedSize / 2 ** 20, process: Math.max(...renderers.map(residentMegabytes)) }
  }
  const text = ({ heap, process }) =>
    `heap ${heap.toFixed(1)} MB, process ${Number.isNaN(process) ? '?' : Math.round(process)} MB`
  for (let hundreds = 0; hundreds < 5; hundreds++) {
    const kind = await page.evaluate((first) => window.live.compileAndDrop(first, 100), 100 * hundreds)
    console.log(`${100 * (hundreds + 1)} formulas compiled (${kind}) and dropped: ${text(await megabytes())}`)
  }
}

/** NaN where there is no /proc. */
function residentMegabytes(id) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024
  } catch {
    return Number.NaN
  }
}
