// A swarm of 100,000 on the built page, as a visitor meets it: steps that arrive and are drawn, and what is left of it.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = fileURLToPath(new URL('../build/page', import.meta.url))

const CLIMBERS = 100_000
const SECONDS = 10
const REST_S = 3
/** Swarms released and ended again, to see whether anything stays behind. */
const RELEASES = 5

/** Runs in the page before its own code: notes what is asked of workers, what they answer, and what is drawn. */
function watch(climbers) {
  const watched = { frames: 0, drawn: [], taken: 0, longest: 0, jobs: 0 }
  window.watched = watched
  const frame = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (callback) => {
    watched.frames++
    return frame(callback)
  }
  const { drawArrays } = WebGL2RenderingContext.prototype
  WebGL2RenderingContext.prototype.drawArrays = function (mode, first, count) {
    if (count === climbers) watched.drawn.push({ at: performance.now(), taken: watched.taken })
    return drawArrays.call(this, mode, first, count)
  }
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given)
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'done' || data.type === 'failed' || data.type === 'cancelled') watched.jobs--
        if (data.type === 'done' && 'positions' in data.result) watched.taken = data.result.taken
      })
    }
    postMessage(message, ...rest) {
      if (message.type === 'start') watched.jobs++
      super.postMessage(message, ...rest)
    }
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration)
  }).observe({ type: 'longtask' })
}

/** Builds the page and serves it. `measure` prints a swarm on `surface`; `close` ends the server. */
export async function servePage(browser) {
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  })
  const server = await preview({ root, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const address = `http://127.0.0.1:${server.httpServer.address().port}/`
  return { swarm: (surface, run) => swarm(browser, address, surface, run), close: () => server.close() }
}

async function swarm(browser, address, surface, run) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(120_000)
  await page.addInitScript(watch, CLIMBERS)
  await page.goto(`${address}#surface=${surface}&${run}`)
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready', undefined, { polling: 250 })
  await page.getByRole('button', { name: 'Swarm', exact: true }).click()
  await page.getByRole('radio', { name: '100,000' }).check()
  await calm(page)
  const heapOf = await heapReader(page)
  const before = await heapOf()

  await release(page)
  const walked = await walk(page)
  console.log(
    `${surface}, ${CLIMBERS.toLocaleString('en')} climbers of ${run.replaceAll('&', ', ')}: ${sayWalk(walked)}`,
  )
  const indent = ' '.repeat(surface.length + 2)
  await page.getByRole('button', { name: 'pause', exact: true }).click()
  await calm(page)
  console.log(`${indent}paused: ${await framesAtRest(page)} frames asked for in ${REST_S} s`)
  await end(page)
  for (let k = 1; k < RELEASES; k++) {
    await release(page)
    await page.waitForFunction(() => window.watched.taken >= 30, undefined, { polling: 100 })
    await end(page)
  }
  await calm(page)
  const jobs = await page.evaluate(() => window.watched.jobs)
  console.log(
    `${indent}ended after ${RELEASES} releases: ${await framesAtRest(page)} frames asked for in ${REST_S} s, ` +
      `${jobs} jobs of workers open, ${sayMemory(before, await heapOf())}`,
  )
  await page.close()
}

const release = async (page) => {
  await page.evaluate(() => {
    window.watched.taken = 0
  })
  await page.getByRole('button', { name: 'Release 100,000' }).click()
}

const end = async (page) => {
  await page.locator('#lab-swarm').getByRole('button', { name: 'end', exact: true }).click()
  await page.getByRole('button', { name: 'Release 100,000' }).waitFor()
}

/** What was drawn in some seconds once they walk. */
async function walk(page) {
  await page.waitForFunction(() => window.watched.taken >= 60, undefined, { polling: 100 })
  await page.evaluate(() => Object.assign(window.watched, { drawn: [], longest: 0 }))
  await page.waitForTimeout(SECONDS * 1000)
  const { drawn, longest } = await page.evaluate(() => window.watched)
  const [first, last] = [drawn[0], drawn.at(-1)]
  const seconds = (last.at - first.at) / 1000
  // A picture that shows no further step is one of something else that moves.
  const pictures = drawn.filter(({ taken }, k) => k > 0 && taken > drawn[k - 1].taken).length
  return { steps: (last.taken - first.taken) / seconds, pictures: pictures / seconds, longest }
}

const sayWalk = ({ steps, pictures, longest }) =>
  `${steps.toFixed(1)} steps a second drawn in ${pictures.toFixed(1)} pictures, longest task of the page's thread ` +
  (longest === 0 ? 'below 50 ms' : `${Math.round(longest)} ms`)

/** Waits until no frame is asked for and no job is open. */
const calm = (page) =>
  page.waitForFunction(
    () => {
      const { frames, jobs } = window.watched
      const quiet = frames === window.lastFrames && jobs === 0
      window.lastFrames = frames
      return quiet
    },
    undefined,
    { polling: 1500 },
  )

async function framesAtRest(page) {
  const before = await page.evaluate(() => window.watched.frames)
  await page.waitForTimeout(REST_S * 1000)
  return (await page.evaluate(() => window.watched.frames)) - before
}

/** Reads what the page's and its workers' heaps hold after a collection: objects, and the buffers of arrays. */
async function heapReader(page) {
  const session = await page.context().newCDPSession(page)
  return async () => {
    for (let k = 0; k < 3; k++) await session.send('HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage')
    return (usedSize + backingStorageSize) / 2 ** 20
  }
}

const sayMemory = (before, after) => `heap and arrays ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`
