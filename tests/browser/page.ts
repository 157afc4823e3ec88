import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
// @ts-expect-error A script of the project, without types.
import { browserArguments } from '../../scripts/browser.mjs'

export interface Visit extends BrowserContextOptions {
  /** What follows the page's address: `#surface=sphere`. */
  readonly hash?: string
  /** Switches for the browser beside the usual ones. */
  readonly args?: readonly string[]
  /** Runs in the page before its own code. */
  readonly init?: () => void
}

/** A page that somebody has opened, and everything that it complained about. */
export interface Opened {
  readonly page: Page
  readonly complaints: string[]
  /** Everything that was said on the console; what a graphics driver says of its own speed is none of the page's words. */
  readonly said: string[]
}

/** One browser for a file of tests; each visit has a fresh profile of its own. */
export function browserForFile(args: readonly string[] = []) {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('browser'), args: [...browserArguments, ...args] })
  })
  // Pages that nobody looks at any more would go on drawing.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(() => browser.close())
  return async ({ hash = '', init, ...options }: Visit = {}): Promise<Opened> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    const said: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
      if (!message.text().includes('GL Driver Message')) said.push(message.text())
    })
    if (init !== undefined) await page.addInitScript(init)
    await page.goto(inject('page') + hash)
    return { page, complaints, said }
  }
}

/** Waits until the first walk is on the screen. */
export const ready = (page: Page) => page.waitForSelector('html[data-state="ready"]', { state: 'attached' })

/** What is free of panels at 1440 x 900, or the whole ground of a smaller window. */
const FREE = { x: 330, y: 110, width: 760, height: 530 }

/** The picture of the ground between the panels, once it no longer changes: its edges are smoothed over a few frames. */
export async function settledGround(page: Page): Promise<Buffer> {
  const { width = 0 } = page.viewportSize() ?? {}
  const take = () => page.screenshot(width < 1440 ? {} : { clip: FREE })
  let last = await take()
  for (;;) {
    const next = await take()
    if (next.equals(last)) return next
    last = next
  }
}

/** Share of pixels that two pictures of one size do not have in common. */
export const differing = (page: Page, a: Buffer, b: Buffer): Promise<number> =>
  page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (bytes) => {
          const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
          context.drawImage(bitmap, 0, 0)
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data
        }),
      )
      let count = 0
      for (let k = 0; k < first!.length; k += 4) {
        if ([0, 1, 2].some((c) => Math.abs(first![k + c]! - second![k + c]!) > 8)) count++
      }
      return (4 * count) / first!.length
    },
    [[...a], [...b]],
  )
