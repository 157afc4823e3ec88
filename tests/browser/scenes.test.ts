import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseScene } from '../../src/scene/parse'
import { encodeHash } from '../../src/scene/share'
import { browserForFile, ready } from './page'

const folder = new URL('../../scenes/', import.meta.url)
const files = readdirSync(folder).filter((file) => /^\d+-.*\.json$/.test(file))
const open = browserForFile()

/** How many different colours a picture has, coarsely: a blank one has a handful. */
const colors = async (picture: Buffer, page: Awaited<ReturnType<typeof open>>['page']) =>
  page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(160, 100)
      const context = canvas.getContext('2d')!
      context.drawImage(bitmap, 0, 0, 160, 100)
      const { data } = context.getImageData(0, 0, 160, 100)
      const seen = new Set<number>()
      for (let k = 0; k < data.length; k += 4)
        seen.add(((data[k]! >> 4) << 8) | ((data[k + 1]! >> 4) << 4) | (data[k + 2]! >> 4))
      return seen.size
    },
    [...picture],
  )

describe('every scene', () => {
  it.each(files)('%s opens, runs and is drawn', async (file) => {
    const { scene } = parseScene(readFileSync(new URL(file, folder), 'utf8'))
    const { page, complaints } = await open({
      hash: encodeHash(scene),
      reducedMotion: 'reduce',
      viewport: { width: 1000, height: 640 },
    })
    await ready(page)
    await page.keyboard.press('End')
    await expect.poll(() => page.locator('.climber-button').count()).toBe(scene.runs.length)
    await expect.poll(async () => await page.locator('.climber-loss').allTextContents()).not.toContain('')
    await expect
      .poll(async () => colors(await page.locator('[data-ground]').screenshot(), page), { timeout: 30_000 })
      .toBeGreaterThan(60)
    expect(complaints).toEqual([])
  })
})
