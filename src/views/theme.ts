import type { CriticalKind } from '../analysis/types'
import type { Outcome } from '../simulation/trajectory'

/**
 * The one theme. The page's CSS variables, the canvases and the shaders all take their colours from here;
 * `applyTheme` writes them as custom properties (`--paper`, `--ink`, …) through the CSSOM, which a strict CSP allows.
 */
export interface Theme {
  readonly name: 'light' | 'dark'
  readonly paper: string
  readonly ink: string
  readonly soft: string
  readonly panel: string
  readonly hairline: string
  readonly accent: string
  readonly onAccent: string
  readonly danger: string
  readonly grid: string
  readonly shadow: string
}

export const light: Theme = {
  name: 'light',
  paper: '#f3f2ee',
  ink: '#1b2330',
  soft: '#566072',
  panel: 'rgb(255 255 255 / 0.82)',
  hairline: 'rgb(27 35 48 / 0.12)',
  accent: '#0b6e6e',
  onAccent: '#ffffff',
  danger: '#b3261e',
  grid: 'rgb(27 35 48 / 0.10)',
  shadow: '0 8px 30px rgb(27 35 48 / 0.10)',
}

export const dark: Theme = {
  name: 'dark',
  paper: '#11151c',
  ink: '#e8ebf0',
  soft: '#a2abb9',
  panel: 'rgb(24 30 40 / 0.82)',
  hairline: 'rgb(232 235 240 / 0.12)',
  accent: '#4fc3b5',
  onAccent: '#0c1118',
  danger: '#ff8a80',
  grid: 'rgb(232 235 240 / 0.10)',
  shadow: '0 8px 30px rgb(0 0 0 / 0.35)',
}

/** The colour of each kind of critical point, on the ground, in lists and legends; its shape says the same. */
export const kindColors: Readonly<Record<CriticalKind, string>> = {
  minimum: '#1e8a4f',
  saddle: '#ffd23f',
  maximum: '#ff4d4d',
  degenerate: '#b9b3ff',
}

/** The colour of the badge that says how a walk ended; `exhausted` has none. */
export const outcomeColors: Readonly<Record<Exclude<Outcome, 'exhausted'>, string>> = {
  converged: '#1e8a4f',
  stuck: '#c77700',
  diverged: '#d32f2f',
}

/** The marks that tell climbers apart without colour. */
export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'pentagon' | 'star' | 'cross' | 'hexagon'

export interface Identity {
  readonly color: string
  /** Dash pattern in pixels, drawn and skipped in turn; empty is solid. */
  readonly dash: readonly number[]
  readonly shape: MarkerShape
}

/** How climber `index` looks, everywhere: cards, trails, marks and chart. Colours by day and by night are the same. */
export const identities: readonly Identity[] = [
  { color: '#f4623a', dash: [], shape: 'circle' },
  { color: '#f2b01e', dash: [9, 5], shape: 'square' },
  { color: '#ff7ad9', dash: [2, 4], shape: 'triangle' },
  { color: '#ffffff', dash: [12, 4, 2, 4], shape: 'diamond' },
  { color: '#6ec8ff', dash: [6, 3], shape: 'pentagon' },
  { color: '#b7e34b', dash: [14, 6], shape: 'star' },
  { color: '#c9a2ff', dash: [4, 4], shape: 'hexagon' },
  { color: '#ffd9c2', dash: [10, 3, 2, 3, 2, 3], shape: 'cross' },
]

export const identityOf = (index: number): Identity => identities[index % identities.length]!
