/** What a key does when nothing that has the focus needs it. */
export type PageCommand =
  | 'toggle'
  | 'step-back'
  | 'step'
  | 'to-start'
  | 'to-end'
  | 'restart'
  | 'undo'
  | 'redo'
  | 'help'
  | 'gallery'

/** A press, as much of it as matters. */
export interface Press {
  readonly key: string
  /** Control, or Command. */
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** What the element with the focus does with keys itself. */
export type KeyOwner = 'text' | 'slider' | 'button' | 'ground' | 'nobody'

const plain: ReadonlyMap<string, PageCommand> = new Map([
  [' ', 'toggle'],
  ['ArrowLeft', 'step-back'],
  ['ArrowRight', 'step'],
  ['Home', 'to-start'],
  ['End', 'to-end'],
  ['r', 'restart'],
  ['?', 'help'],
  ['g', 'gallery'],
])

/** Keys that each owner keeps. Text keeps all of them, undo of what is being typed included. */
const kept: Readonly<Record<Exclude<KeyOwner, 'text'>, readonly string[]>> = {
  slider: [' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'],
  button: [' ', 'Enter'],
  ground: ['ArrowLeft', 'ArrowRight'],
  nobody: [],
}

export function pageCommand({ key, control, shift, alt }: Press, owner: KeyOwner): PageCommand | null {
  if (alt || owner === 'text') return null
  const letter = key.length === 1 ? key.toLowerCase() : key
  if (control) {
    if (letter === 'z') return shift ? 'redo' : 'undo'
    return letter === 'y' && !shift ? 'redo' : null
  }
  return kept[owner].includes(key) ? null : (plain.get(letter) ?? null)
}

const SLIDERS = 'input[type="range"], input[type="radio"], [role="slider"], [role="tab"]'
const TEXTS = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'
const BUTTONS = 'button, summary, a[href], input[type="checkbox"]'

export function keyOwner(target: EventTarget | null): KeyOwner {
  if (!(target instanceof Element)) return 'nobody'
  if (target.matches(SLIDERS)) return 'slider'
  if (target.matches(BUTTONS)) return 'button'
  if (target.matches(TEXTS)) return 'text'
  return target.matches('[data-ground]') ? 'ground' : 'nobody'
}
