import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
// @ts-expect-error A script of the project, without types.
import { devPolicy } from './scripts/dev-policy.mjs'
// @ts-expect-error A script of the project, without types.
import { fewChunks } from './scripts/few-chunks.mjs'
// @ts-expect-error A script of the project, without types.
import { preloadLandscape } from './scripts/preload-landscape.mjs'
// @ts-expect-error A script of the project, without types.
import { slimGlsl } from './scripts/slim-glsl.mjs'
// @ts-expect-error A script of the project, without types.
import { slimThree } from './scripts/slim-three.mjs'
// @ts-expect-error A script of the project, without types.
import { workerAsChunk } from './scripts/worker-as-chunk.mjs'

export default defineConfig({
  base: './',
  plugins: [slimThree(), slimGlsl(), workerAsChunk(), react(), devPolicy(), preloadLandscape()],
  build: {
    target: 'es2022',
    outDir: 'dist/page',
    // scripts/budget.mjs reads from it what a first visit downloads.
    manifest: true,
    rolldownOptions: { output: { codeSplitting: fewChunks() } },
    // Every browser with WebGL 2 and module workers preloads by itself.
    modulePreload: {
      polyfill: false,
      // What the first chunk imports is named in the page's head already, see preload-landscape.mjs; a worker, whose work is
      // in the scheduler's chunk, has no head.
      resolveDependencies: (_, files, { hostId }) => (/\/(index|scheduler)-[^/]*$/.test(hostId) ? [] : files),
    },
    chunkSizeWarningLimit: 1000,
    // Fonts inlined as data would be downloaded with the styles, and refused by a policy of 'self'.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          globalSetup: ['tests/properties/seed.ts'],
          setupFiles: ['tests/properties/configure.ts'],
          // One slow machine is no reason to fail: nothing here measures time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/setup.ts'],
          // Software rendering takes every core: one page at a time.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
