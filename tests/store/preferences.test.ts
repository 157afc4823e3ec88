import { expect, test } from 'vitest'
import { PREFERENCES_KEY, readPreferences, writePreferences } from '../../src/store/preferences'

const storageOf = (entries: [string, string][] = []) => {
  const map = new Map(entries)
  return {
    map,
    open: () => ({
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
    }),
  }
}

const defaults = { theme: 'auto', hintsDone: [] }

test('what was written is read', () => {
  const { open } = storageOf()
  expect(readPreferences(open)).toEqual(defaults)
  expect(writePreferences(open, { theme: 'dark', hintsDone: ['formula'] })).toBe(true)
  expect(readPreferences(open)).toEqual({ theme: 'dark', hintsDone: ['formula'] })
})

test('forbidden storage is lived without', () => {
  const forbidden = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  expect(readPreferences(forbidden)).toEqual(defaults)
  expect(writePreferences(forbidden, { theme: 'dark', hintsDone: [] })).toBe(false)
})

test.each(['{', 'null', '7'])('unreadable text %s is set aside', (text) => {
  const { open, map } = storageOf([[PREFERENCES_KEY, text]])
  expect(readPreferences(open)).toEqual(defaults)
  expect([...map.values()]).toEqual([text, text])
})

test('values that make no sense are left out', () => {
  const text = JSON.stringify({ theme: 'pink', hintsDone: ['release', 3, null] })
  expect(readPreferences(storageOf([[PREFERENCES_KEY, text]]).open)).toEqual({ theme: 'auto', hintsDone: ['release'] })
})
