// Finds a browser of the Chromium family for tests and pictures, or installs one. `node scripts/browser.mjs` prints where it is.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'

const VARIABLE = 'CLIMBER_BROWSER'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
]

const { PATH = '', LOCALAPPDATA = '', PROGRAMFILES = '' } = process.env
const windows = process.platform === 'win32'
const programs = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'] ?? '', LOCALAPPDATA].filter(Boolean)

/** Where the systems keep browsers that are not on the PATH. */
const places = [
  ...['Chromium', 'Google Chrome', 'Microsoft Edge'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`),
  ...programs.flatMap((root) => [
    join(root, 'Google/Chrome/Application/chrome.exe'),
    join(root, 'Microsoft/Edge/Application/msedge.exe'),
    join(root, 'Chromium/Application/chrome.exe'),
  ]),
]

/** One set of switches everywhere: pixels depend on them. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
]

/** The path of a browser: the environment's, an installed one, or playwright's; undefined when there is none. */
export function findBrowser() {
  const asked = process.env[VARIABLE]
  if (asked) {
    if (isExecutable(asked)) return asked
    throw new Error(
      `${VARIABLE} is ${asked}, where there is no program: set it to a Chromium, Chrome or Edge, or unset it`,
    )
  }
  const onPath = PATH.split(delimiter).flatMap((folder) =>
    names.map((name) => join(folder, windows ? `${name}.exe` : name)),
  )
  return [...onPath, ...places, chromium.executablePath()].find(isExecutable)
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** As `findBrowser`, but installs a browser where there is none. Throws an Error that says what to do. */
export function ensureBrowser() {
  const found = findBrowser()
  if (found !== undefined) return found
  console.log('No browser of the Chromium family was found: installing one.')
  const failures = []
  for (const [what, install] of [
    ["Debian's chromium", installDebian],
    ["playwright's chromium", installPlaywright],
  ]) {
    try {
      if (install()) {
        const installed = findBrowser()
        if (installed !== undefined) return installed
      }
    } catch (error) {
      failures.push(`${what}: ${String(error.message).split('\n')[0]}`)
    }
  }
  throw new Error(
    [
      'No browser could be installed.',
      ...failures,
      `Install Chromium, Chrome or Edge, or set ${VARIABLE} to its path.`,
    ].join('\n  '),
  )
}

/** As root on Debian and its kin; false elsewhere. */
function installDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  execFileSync('apt-get', ['update', '-qq'], options)
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  return true
}

function installPlaywright() {
  const cli = fileURLToPath(new URL('../node_modules/playwright/cli.js', import.meta.url))
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`its installer ended with status ${status}`)
  return true
}

/** Launches it, headless. */
export const launchBrowser = (options = {}) =>
  chromium.launch({ executablePath: ensureBrowser(), args: browserArguments, ...options })

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureBrowser())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
