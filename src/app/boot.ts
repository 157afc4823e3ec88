import { probeGraphics } from '../views/landscape/graphics'
import { connectWorker } from '../worker/connect'
import { openEarly } from '../worker/open-early'

// The worker loads its program at the same time as the page, not after it: the first walk is what everyone waits for.
const connect = openEarly(connectWorker)
const page = import('./main')
// A first context takes a tenth of a second where a processor draws: it is asked for while the page is on its way.
const graphics = probeGraphics()
page.then(({ main }) => main({ connect, graphics }))
