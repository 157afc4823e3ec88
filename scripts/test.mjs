// Everything that has to hold: types, lint, unused code, bundle budgets, and every test, in Node and in a real browser.
// `npm test -- tests/scene` runs only some of the tests and no checks.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const report = join(root, 'node_modules/.cache/test-report.json')
const filters = process.argv.slice(2)

function run(program, args, env = {}) {
  const { status, signal } = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return signal === null ? (status ?? 1) : 1
}

let browser
try {
  browser = ensureBrowser()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

const checked = filters.length > 0 ? 0 : run('scripts/check.mjs', [])
if (checked !== 0) console.error('\nThe checks failed: see above. The tests run all the same.\n')
rmSync(report, { force: true })
const tested = run(
  'node_modules/vitest/vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
  { CLIMBER_BROWSER: browser },
)
const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = readReport()
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
console.log(`\n${numPassedTests} passed, ${numFailedTests + (checked === 0 ? 0 : 1)} failed${skipped}`)
process.exitCode = checked || tested

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numFailedTests: 1 }
  }
}
