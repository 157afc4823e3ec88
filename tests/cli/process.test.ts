/** The command as people call it: a process of its own, built from the sources at hand. */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../scripts/climber.mjs', import.meta.url))
const climber = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const scene = (steps: number) =>
  JSON.stringify({ version: 1, surface: 'sphere', steps, runs: [{ optimizer: 'SGD', start: [1, 2] }] })

test('a scene by standard input', () => {
  const { status, stdout, stderr } = climber(['run', '-'], scene(3))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ runs: [{ optimizer: 'SGD', outcome: 'exhausted' }] })
})

test('bad input ends with status 2 and one line', () => {
  expect(climber(['run', '-'], '{')).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^climber: standard input: not JSON.*\n$/),
  })
})

test('a reader that has seen enough is no failure', async () => {
  const child = spawn(process.execPath, [script, 'run', '-'], { stdio: 'pipe' })
  child.stdin.end(scene(100_000))
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const status = await new Promise((resolve) => child.on('close', resolve))
  expect({ status, complaints }).toEqual({ status: 0, complaints: '' })
})

test('questions are answered one by one while the stream stays open', async () => {
  const child = spawn(process.execPath, [script, 'evaluate'], { stdio: 'pipe' })
  const answers: string[] = []
  for (const x of [1, 2]) {
    child.stdin.write(`{"formula":"x^2","x":${x},"y":0}\n`)
    answers.push(await new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk)))))
  }
  child.stdin.end()
  expect(answers.map((answer) => JSON.parse(answer).value)).toEqual([1, 4])
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
})
