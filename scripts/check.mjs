// Types, lint, unused code and bundle budgets, each to its end, so that one run shows all that is wrong.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const checks = [
  ['types', 'node_modules/typescript/bin/tsc', ['-p', '.']],
  ['lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['unused code', 'node_modules/knip/bin/knip.js', []],
  ['build', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']],
  ['budgets', 'scripts/budget.mjs', []],
]

const failed = checks.filter(([name, program, args]) => {
  console.log(`· ${name}`)
  return spawnSync(process.execPath, [join(root, program), ...args], { cwd: root, stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) console.error(`check: ${failed.map(([name]) => name).join(', ')} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
