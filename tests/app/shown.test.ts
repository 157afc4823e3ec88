import { describe, expect, it } from 'vitest'
import { isShown } from '../../src/app/shown'

const everything = { controls: undefined, hide: [] }
const only = (...controls: string[]) => ({ controls, hide: [] })
const without = (...hide: string[]) => ({ controls: undefined, hide })

describe('which controls are shown', () => {
  it('shows all where a scene and its address ask for nothing', () => {
    for (const name of ['lr', 'gallery', 'panels', 'play', 'share']) expect(isShown(name, everything)).toBe(true)
  })

  it.each([
    ['the control itself', 'gallery', ['gallery'], false],
    ['its group', 'gallery', ['surface'], false],
    ['the group of its group', 'gallery', ['panels'], false],
    ['a control beside it', 'gallery', ['formula'], true],
    ['something inside it', 'surface', ['gallery'], true],
  ])('hides by %s', (_, name, hide, expected) => {
    expect(isShown(name, without(...hide))).toBe(expected)
  })

  it.each([
    ['itself', 'lr', ['lr'], true],
    ['its group', 'lr', ['hyperparameters'], true],
    ['something inside it', 'climbers', ['lr'], true],
    ['something else', 'momentum', ['lr'], false],
    ['a part of another panel', 'surface', ['lr'], false],
    ['nothing', 'play', [], false],
  ])('of a list, shows what is listed by %s', (_, name, controls, expected) => {
    expect(isShown(name, only(...controls))).toBe(expected)
  })

  it('keeps the header beside a list, and hides it when asked', () => {
    expect(isShown('share', only('play'))).toBe(true)
    expect(isShown('share', { controls: ['play'], hide: ['header'] })).toBe(false)
  })

  it('lets hiding win over listing', () => {
    expect(isShown('lr', { controls: ['lr'], hide: ['lr'] })).toBe(false)
  })
})
