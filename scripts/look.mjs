// Pictures for eyes: every main view and every scene, light and dark, wide and narrow, into look/ (not committed).
// `npm run look` takes all, `npm run look -- page` those whose names contain "page", and `npm run look -- readme` the one
// that the README shows, into docs/. On a machine that draws in software loading the page and
// drawing the ground anew are what takes long: so one page visits all views in turn.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { launchBrowser } from './browser.mjs'
import { openScene, views } from './look-views.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'look')
const [filter = ''] = process.argv.slice(2)

const wide = { viewport: { width: 1440, height: 900 } }
const narrow = { viewport: { width: 390, height: 844 }, hasTouch: true }
const sideways = { viewport: { width: 844, height: 390 }, hasTouch: true }

/** Readers: what their pictures' names end in, and how they see the page. Some see only the views that name them. */
const readers = [
  { suffix: 'light', scenes: true, ...wide },
  { suffix: 'dark', colorScheme: 'dark', ...wide },
  { suffix: 'light-390', ...narrow },
  { suffix: 'dark-390', scenes: true, colorScheme: 'dark', ...narrow },
  { suffix: 'forced', only: true, forcedColors: 'active', ...wide },
  { suffix: 'contrast', only: true, contrast: 'more', ...wide },
  { suffix: 'sideways', only: true, ...sideways },
]

const scenes = (await readdir(join(root, 'scenes')))
  .filter((file) => /^\d+-.*\.json$/.test(file))
  .map((file, index) => ({ name: `scene-${file.replace('.json', '')}`, scene: index }))

/** One reader visits the views in one page, which is loaded again only where a view leaves it changed. */
async function tour(browser, { suffix, only = false, scenes: all = false, ...options }) {
  const seen = [...views.filter(({ also = [] }) => !only || also.includes(suffix)), ...(all ? scenes : [])]
  const wanted = seen.filter(({ name }) => `${name}-${suffix}`.includes(filter))
  if (wanted.length === 0) return
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  let shown
  for (const view of wanted) {
    const begun = performance.now()
    const label = `${view.name}-${suffix}`
    try {
      await writeFile(join(folder, `${label}.png`), await picture(page, view, shown))
      if (view.undo !== undefined) await view.undo(page)
      shown = view.act === undefined || view.undo !== undefined ? (view.hash ?? '') : undefined
    } catch (error) {
      // The others are still worth seeing.
      complaints.push(error)
      shown = undefined
      process.exitCode = 1
    }
    console.log(label, `${((performance.now() - begun) / 1000).toFixed(1)} s`, ...complaints.splice(0))
  }
  await context.close()
}

/** The picture of a view, from the page as it is: at the address `shown`, or anywhere when that is undefined. */
async function picture(page, { hash = '', scene, act }, shown) {
  const away = hash !== shown && (scene === undefined || shown === undefined)
  let last = away ? await visit(page, hash, shown !== undefined) : undefined
  if (scene !== undefined) {
    await openScene(page, scene)
    last = await atTheEnd(page)
  }
  await act?.(page)
  return act === undefined && last !== undefined ? last : still(page)
}

/** Opens what an address says, by its hash alone where the page is there already; the picture of it. */
async function visit(page, hash, there) {
  if (there && hash !== '') {
    await page.evaluate((next) => {
      window.location.hash = next
    }, hash)
  } else {
    await page.goto('about:blank')
    await page.goto(address + hash)
  }
  await page.waitForSelector('html[data-state="ready"]', { state: 'attached' })
  await page.waitForLoadState('networkidle')
  return atTheEnd(page)
}

/** Ends the walk: pictures show it whole, and the same every time. */
async function atTheEnd(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.thumbnail')].every((picture) => picture.dataset.drawn !== undefined),
  )
  return still(page, () => page.keyboard.press('End'))
}

/** Between two pictures that are compared, in milliseconds: edges are smoothed over a few frames. */
const PAUSE = 250

/** The picture once nothing is computed any more and it no longer changes; `before` is done before each. */
async function still(page, before) {
  let last
  for (;;) {
    await before?.()
    await page.waitForFunction(() => document.querySelector('progress') === null)
    await page.waitForTimeout(PAUSE)
    const next = await page.screenshot()
    if (last?.equals(next)) return next
    last = next
  }
}

/** WebP, which the browser itself writes: a fraction of what the same picture takes as PNG. */
async function shootForReadme(browser) {
  const page = await browser.newPage({ ...wide, colorScheme: 'light', reducedMotion: 'reduce' })
  const png = (await visit(page, '', false)).toString('base64')
  const webp = await page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d').drawImage(bitmap, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, png)
  await writeFile(join(root, 'docs/page.webp'), Uint8Array.from(webp))
  console.log(`docs/page.webp ${Math.round(webp.length / 1024)} KB`)
}

const outDir = join(root, 'node_modules/.cache/page-to-look-at')
await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
const server = await preview({ root, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const address = `http://127.0.0.1:${server.httpServer.address().port}/`
await mkdir(folder, { recursive: true })
const browser = await launchBrowser()
try {
  if (filter === 'readme') await shootForReadme(browser)
  else for (const reader of readers) await tour(browser, reader)
} finally {
  await browser.close()
  await server.close()
}
