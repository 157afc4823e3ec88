import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../src', import.meta.url))

/** From the ground up. A room may import from those on earlier lines and from itself, not from its neighbours. */
const storeys: readonly (readonly string[])[] = [
  ['math'],
  ['expression'],
  ['kernels'],
  ['surfaces', 'optimizers', 'networks'],
  ['simulation'],
  ['analysis'],
  ['registry'],
  ['scene'],
  ['export'],
  ['worker'],
  ['store'],
  ['views'],
  ['app', 'embed', 'cli'],
]

/** Packages that belong to some rooms only, by the beginning of their names. */
const packages: ReadonlyMap<string, (file: string) => boolean> = new Map([
  ['three', (file) => /^(views|embed)\//.test(file)],
  ['@react-three/', (file) => /^(views|embed)\//.test(file)],
  ['react', (file) => /^(views|app)\//.test(file) || file === 'store/react.ts'],
  ['react-dom', (file) => /^(app|embed)\//.test(file)],
  ['katex', (file) => /^(views|app|embed)\//.test(file)],
  ['zustand', (file) => /^(store|views|app)\//.test(file)],
  ['node:', (file) => file.startsWith('cli/')],
])

/** Globals of a page, which the rooms below `store` must not need. */
const pageGlobals =
  /\b(document\.(createElement|querySelector|getElementById|body|documentElement)|window\.|localStorage\.|sessionStorage\.|requestAnimationFrame\()/g

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))

const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
/** Without comments and texts, so that words in them do not count. */
const codeOf = (file: string) =>
  textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, '""')

const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, specifier]) => specifier!)

const roomOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, ''))
const storeyOf = (room: string) => storeys.findIndex((rooms) => rooms.includes(room))

/** The file of the project that a relative import means, without its ending. */
const target = (file: string, specifier: string) =>
  relative(root, resolve(root, dirname(file), specifier)).replaceAll(sep, '/')

/** `file: what is wrong with it`, for every file that something is wrong with. */
const violations = (find: (file: string) => readonly string[]) =>
  files.flatMap((file) => find(file).map((what) => `${file}: ${what}`))

const offences = (pattern: RegExp, within: (file: string) => boolean = () => true) =>
  violations((file) => (within(file) ? [...codeOf(file).matchAll(pattern)].map(([text]) => text.trim()) : []))

describe('the house', () => {
  it('has every room in the table', () => {
    const rooms = new Set(files.map(roomOf))
    rooms.delete('index')
    expect([...rooms].filter((room) => storeyOf(room) < 0)).toEqual([])
  })

  it('imports only from below', () => {
    const upward = violations((file) => {
      const room = roomOf(file)
      if (room === 'index') return []
      return importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => roomOf(target(file, specifier)))
        .filter((other) => other !== room && !(storeyOf(other) < storeyOf(room)))
    })
    expect(upward).toEqual([])
  })

  it('keeps each package to its rooms', () => {
    const isOf = (specifier: string, name: string) =>
      /[/:]$/.test(name) ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`)
    const foreign = violations((file) =>
      importsOf(file).filter((specifier) =>
        [...packages].some(([name, allowed]) => isOf(specifier, name) && !allowed(file)),
      ),
    )
    expect(foreign).toEqual([])
  })

  it('needs no page below the store', () => {
    expect(offences(pageGlobals, (file) => storeyOf(roomOf(file)) < storeyOf('store'))).toEqual([])
  })

  it('builds no code from text', () => {
    expect(offences(/\beval\s*\(|\bnew Function\b|dangerouslySetInnerHTML|\.innerHTML\s*=/g)).toEqual([])
  })

  it('keeps no state in modules: twenty scenes live on one page', () => {
    expect(offences(/^(export )?(let|var)\b.*/gm)).toEqual([])
  })
})
