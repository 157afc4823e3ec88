import { describe, expect, it } from 'vitest'
import { type KeyOwner, pageCommand } from '../../src/app/keys/page-keys'

const press = (key: string, modifiers: Partial<Record<'control' | 'shift' | 'alt', boolean>> = {}) => ({
  key,
  control: false,
  shift: false,
  alt: false,
  ...modifiers,
})

const owners: readonly KeyOwner[] = ['text', 'slider', 'button', 'ground', 'nobody']
/** Who lets the page have a key. */
const givers = (key: string, modifiers = {}) =>
  owners.filter((owner) => pageCommand(press(key, modifiers), owner) !== null)

describe('keys of the page', () => {
  it.each([
    [' ', 'toggle'],
    ['ArrowLeft', 'step-back'],
    ['ArrowRight', 'step'],
    ['Home', 'to-start'],
    ['End', 'to-end'],
    ['r', 'restart'],
    ['R', 'restart'],
    ['?', 'help'],
    ['g', 'gallery'],
  ])('%j is %s when nothing needs it', (key, command) => {
    expect(pageCommand(press(key), 'nobody')).toBe(command)
  })

  it.each([
    ['z', {}, 'undo'],
    ['Z', { shift: true }, 'redo'],
    ['y', {}, 'redo'],
  ])('Ctrl %s %j is %s', (key, modifiers, command) => {
    expect(pageCommand(press(key, { control: true, ...modifiers }), 'nobody')).toBe(command)
  })

  it('leaves everything that is typed to the text, its own undo too', () => {
    for (const key of [' ', 'r', 'g', '?', 'ArrowLeft', 'Home']) expect(pageCommand(press(key), 'text')).toBeNull()
    expect(pageCommand(press('z', { control: true }), 'text')).toBeNull()
  })

  it('takes a key from nobody who needs it', () => {
    expect(givers(' ')).toEqual(['ground', 'nobody'])
    expect(givers('ArrowRight')).toEqual(['button', 'nobody'])
    expect(givers('Home')).toEqual(['button', 'ground', 'nobody'])
    expect(givers('r')).toEqual(['slider', 'button', 'ground', 'nobody'])
    expect(givers('z', { control: true })).toEqual(['slider', 'button', 'ground', 'nobody'])
  })

  it('knows no shortcut with Alt, and no other with Ctrl', () => {
    expect(givers('r', { alt: true })).toEqual([])
    for (const key of ['r', 'g', 'ArrowLeft', ' ']) expect(givers(key, { control: true })).toEqual([])
  })
})
