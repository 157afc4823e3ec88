/** What bench/live.mjs asks of the browser. */
import { cancel } from './cancelling'
import { drag } from './dragging'
import { compileAndDrop } from './dropping'
import { previewOf } from './previewing'

Object.assign(window, { live: { drag, cancel, compileAndDrop, previewOf } })
