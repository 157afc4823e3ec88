import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, inject } from 'vitest'
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
}

/** One browser for a file of tests; each visit has a fresh profile of its own. */
export function browserForFile(args: readonly string[] = []) {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('browser'), args: [...browserArguments, ...args] })
  })
  afterAll(() => browser.close())
  return async ({ hash = '', init, ...options }: Visit = {}): Promise<Opened> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    if (init !== undefined) await page.addInitScript(init)
    await page.goto(inject('page') + hash)
    return { page, complaints }
  }
}

/** Waits until the first walk is on the screen. */
export const ready = (page: Page) => page.waitForSelector('html[data-state="ready"]', { state: 'attached' })
