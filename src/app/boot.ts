import { connectWorker } from '../worker/connect'
import { openEarly } from '../worker/open-early'

// The worker loads its program at the same time as the page, not after it: the first walk is what everyone waits for.
const connect = openEarly(connectWorker)
import('./main').then(({ main }) => main(connect))
