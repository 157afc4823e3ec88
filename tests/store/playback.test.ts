import { expect, test } from 'vitest'
import { createPlaybackStore } from '../../src/store/playback-store'

const playback = (initial = {}) => createPlaybackStore({ last: 100, speed: 10, ...initial })

test('the clock moves the playhead only while playing, and stops it at the end', () => {
  const store = playback()
  store.getState().advance(1)
  expect(store.getState().step).toBe(0)
  store.getState().play()
  store.getState().advance(1.25)
  expect(store.getState().step).toBe(12.5)
  store.getState().advance(100)
  expect(store.getState()).toMatchObject({ step: 100, playing: false })
})

test('play at the end starts again', () => {
  const store = playback({ step: 100 })
  store.getState().play()
  expect(store.getState()).toMatchObject({ step: 0, playing: true })
})

test('play before the first walk is computed waits for it', () => {
  const store = playback({ last: 0 })
  store.getState().play()
  store.getState().advance(1)
  expect(store.getState().playing).toBe(true)
  store.getState().setLast(50)
  store.getState().advance(1)
  expect(store.getState().step).toBe(10)
})

test('seek and steps stay within the walk, steps land on whole points and pause', () => {
  const store = playback({ step: 12.5, playing: true })
  store.getState().stepBy(1)
  expect(store.getState()).toMatchObject({ step: 13, playing: false })
  store.getState().seek(12.5)
  store.getState().stepBy(-1)
  expect(store.getState().step).toBe(12)
  store.getState().seek(1e9)
  expect(store.getState().step).toBe(100)
  store.getState().seek(-1)
  expect(store.getState().step).toBe(0)
  store.getState().seek(Number.NaN)
  expect(store.getState().step).toBe(0)
})

test('a playhead at the end stays at the end when walks become longer or shorter', () => {
  const store = playback({ step: 100 })
  store.getState().setLast(7)
  expect(store.getState().step).toBe(7)
  store.getState().setLast(100)
  expect(store.getState().step).toBe(100)
  store.getState().seek(40)
  store.getState().setLast(200)
  expect(store.getState().step).toBe(40)
})
