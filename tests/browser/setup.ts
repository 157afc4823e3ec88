import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'
// @ts-expect-error A script of the project, without types.
import { ensureBrowser } from '../../scripts/browser.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page. */
    readonly page: string
    /** Path of the browser's program. */
    readonly browser: string
  }
}

/** Builds the page as it is published, serves it, and finds a browser. */
export default async function setup(project: TestProject) {
  const outDir = 'node_modules/.cache/page-under-test'
  await buildAsPublished(outDir)
  const server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const { port } = server.httpServer.address() as { readonly port: number }
  project.provide('page', `http://127.0.0.1:${port}/`)
  project.provide('browser', ensureBrowser())
  return () => server.close()
}

/** A test runner's NODE_ENV is `test`, with which the page would be built from React's sources for developers. */
async function buildAsPublished(outDir: string): Promise<void> {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
  process.env.NODE_ENV = NODE_ENV
}
