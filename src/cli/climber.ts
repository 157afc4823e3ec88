import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { main } from './main'

const { stdin, stdout, stderr } = process

// Whoever reads our output may stop: `climber run … | head` is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2), {
  input: stdin,
  async write(text) {
    if (!stdout.write(text)) await once(stdout, 'drain')
  },
  note: (line) => stderr.write(`climber: ${line}\n`),
  readFile: (path) => readFile(path),
})
stdin.destroy()
