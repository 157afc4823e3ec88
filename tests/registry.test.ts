import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { optimizers, surfaces } from '../src/registry'
import reference from './reference/surfaces.json'

/** Files of a folder that export data, found without running them. */
const dataFiles = (folder: string) =>
  readdirSync(new URL(`../src/${folder}/`, import.meta.url))
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /^export default/m.test(readFileSync(new URL(`../src/${folder}/${file}`, import.meta.url), 'utf8')),
    )
    .map((file) => file.replace(/\.ts$/, ''))

test('every surface file is registered under its own name, and so is every surface of the reference', () => {
  expect([...surfaces.keys()].sort()).toEqual(dataFiles('surfaces').sort())
  expect([...surfaces.keys()]).toEqual(expect.arrayContaining(reference.surfaces.map((surface) => surface.id)))
})

test('every optimizer file is registered under its class name', () => {
  const files = [...dataFiles('optimizers'), ...dataFiles('optimizers/methods')]
  const names = [...optimizers.keys()].map((name) => name.toLowerCase())
  expect(names.sort()).toEqual(files.map((file) => file.replaceAll('-', '')).sort())
  expect([...optimizers.keys()]).toEqual(expect.arrayContaining(['SGD', 'Adam', 'AdamW', 'RMSprop', 'Adagrad']))
})

test.each(['constructor', '__proto__', 'toString'])('%s is just an unknown name', (name) => {
  expect(surfaces.get(name)).toBeUndefined()
  expect(optimizers.get(name)).toBeUndefined()
})
