import type { ThemeChoice } from '../scene/types'

/** What this reader's browser remembers; never part of a scene. */
export interface Preferences {
  readonly theme: ThemeChoice
  /** Hints that were followed or sent away. */
  readonly hintsDone: readonly string[]
}

export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>

export const PREFERENCES_KEY = 'blindfolded-climber.preferences.v1'
const QUARANTINE_KEY = `${PREFERENCES_KEY}.unreadable`
const THEMES: readonly string[] = ['auto', 'light', 'dark']
const MAX_HINTS = 32

const defaults: Preferences = { theme: 'auto', hintsDone: [] }

/** Never throws: storage may be forbidden, full or filled by someone else. Unreadable text is set aside, not overwritten unseen. */
export function readPreferences(open: () => PreferenceStorage): Preferences {
  try {
    const storage = open()
    const text = storage.getItem(PREFERENCES_KEY)
    if (text === null) return defaults
    const read = parse(text)
    if (read === null) storage.setItem(QUARANTINE_KEY, text)
    return read ?? defaults
  } catch {
    return defaults
  }
}

/** True when it was remembered. */
export function writePreferences(open: () => PreferenceStorage, preferences: Preferences): boolean {
  try {
    open().setItem(PREFERENCES_KEY, JSON.stringify(preferences))
    return true
  } catch {
    return false
  }
}

function parse(text: string): Preferences | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { theme, hintsDone } = value as Partial<Record<keyof Preferences, unknown>>
    return {
      theme: THEMES.includes(String(theme)) ? (theme as ThemeChoice) : 'auto',
      hintsDone: Array.isArray(hintsDone)
        ? hintsDone.filter((hint) => typeof hint === 'string').slice(0, MAX_HINTS)
        : [],
    }
  } catch {
    return null
  }
}
