import document from '../../scenes/01-four-climbers-four-valleys.json'
import type { Scene } from '../scene/types'

const { $schema: _, ...written } = document

/**
 * What a first visit shows: the first example. It is known to be whole (a test compares it with what parsing gives), so
 * the walk need not wait for the schema to be loaded and the document to be checked.
 */
export const landing = {
  seed: 0,
  view: { mode: 'landscape', camera: 'isometric', layers: ['contours', 'critical-points'], theme: 'auto', tries: true },
  ...written,
  runs: written.runs.map((run) => ({ maximize: false, ...run })),
} as unknown as Scene
