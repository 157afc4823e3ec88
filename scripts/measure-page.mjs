// Measures the built page in a headless browser, with an empty cache, several times; prints medians.
// `npm run measure`: from navigation to the first walking climber, frames while idle, a keystroke until the landscape follows.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { launchBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = join(root, 'node_modules/.cache/page-to-measure')
const VISITS = 7
const IDLE_MS = 4000
const REST_MS = 1500
/** A window that has just opened starts pages of the browser's own, a second and more of processor time. */
const OPENING_MS = 3500

/** Runs in the page before its own code: notes when states come about, and counts frames that are asked for. */
function watch() {
  const times = { frames: 0 }
  window.measured = times
  const frame = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (callback) => {
    times.frames++
    return frame(callback)
  }
  new MutationObserver(() => {
    const { state, step } = document.documentElement.dataset
    if (state === 'ready') times.ready ??= performance.now()
    if (Number(step) > 0) times.walking ??= performance.now()
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state', 'data-step'] })
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const spread = (values) =>
  `${Math.round(median(values))} ms (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`

async function visit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(watch)
  await page.waitForTimeout(OPENING_MS)
  await page.goto(address)
  // Seldom: asking in every frame would take its share of the processor that draws.
  await page.waitForFunction(() => window.measured.walking !== undefined, undefined, { polling: 250 })
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
  const { walking } = await page.evaluate(() => window.measured)
  return { context, page, paint, walking }
}

async function idleFrames(page) {
  // The walk ends, the picture is smoothed, pictures of the gallery are drawn: then nothing more may be asked for.
  await page.waitForFunction(
    () => {
      const now = window.measured.frames
      const quiet = now === window.lastFrames
      window.lastFrames = now
      return quiet
    },
    undefined,
    { polling: 2000 },
  )
  const before = await page.evaluate(() => window.measured.frames)
  await page.waitForTimeout(IDLE_MS)
  return (await page.evaluate(() => window.measured.frames)) - before
}

await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
const server = await preview({ root, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const address = `http://127.0.0.1:${server.httpServer.address().port}/`
const browser = await launchBrowser()
const visits = []
let idle
for (let k = 0; k < VISITS; k++) {
  const { context, page, ...times } = await visit(browser, address)
  visits.push(times)
  if (k === 0) idle = await idleFrames(page)
  await context.close()
  // The browser tidies up after a visit; the next one should not pay for that.
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
}
console.log(`visits                               ${VISITS}, 1440 x 900, software rendering`)
console.log(`navigation to first paint            ${spread(visits.map(({ paint }) => paint))}`)
console.log(`navigation to a walking climber      ${spread(visits.map(({ walking }) => walking))}`)
console.log(`first paint to a walking climber     ${spread(visits.map(({ paint, walking }) => walking - paint))}`)
console.log(`frames asked for in ${IDLE_MS / 1000} s at rest     ${idle}`)
await browser.close()
await server.close()
