import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * What axe finds serious or critical: rule, and the first elements that break it. The page must be opened with `bypassCSP`:
 * the test's own script is the one thing that its policy would refuse.
 */
export async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath })
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`)
}
