import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Preferences } from '../store/preferences'
import type { Graphics } from '../views/landscape/graphics'

export type DialogName = 'gallery' | 'optimizers' | 'add-climber' | 'help'
export type SheetTab = 'surface' | 'climbers' | 'points' | 'experiments'
export type HintName = 'formula' | 'release' | 'race'
export type PanelName = 'surface' | 'climbers'

export interface EquationDraft {
  /** Of the climber. */
  readonly index: number
  readonly text: string
  /** The text that races meanwhile: the draft belongs to no other. */
  readonly over: string
}

/** What this page shows at the moment; nothing of it belongs to the scene. */
export interface PageState {
  readonly panels: Readonly<Record<PanelName, boolean>>
  readonly dialog: DialogName | null
  /** Which part of the sheet is open on a narrow screen. */
  readonly tab: SheetTab
  /** Optimizer of a climber that waits to be put on the ground, or null. */
  readonly placing: string | null
  /** Index of the climber whose equations are open as a text, or -1. */
  readonly editing: number
  /** An optimizer's text that cannot be read yet: kept while it is closed, and found again after an undo. */
  readonly equationDraft: EquationDraft | null
  /** A critical point under the pointer, in the list. */
  readonly highlighted: { readonly x: number; readonly y: number } | null
  /** The swarm walks; false while it waits or has settled. */
  readonly swarming: boolean
  /** True once a view has drawn its first picture. */
  readonly pictured: boolean
  /** True once the first walk is on the screen: time waits for it. */
  readonly drawn: boolean
  /** True a few pictures after time began: what a first walk does not need waits for it. */
  readonly underWay: boolean
  readonly graphics: Graphics | undefined
  /** False once WebGL was refused or lost for good: the map stands in. */
  readonly webgl: boolean
  /** A short message that goes by itself. */
  readonly notice: string | null
  /** Something that was asked for and cannot be done (a damaged link, a strange file): stays until it is sent away. */
  readonly trouble: string | null
  readonly preferences: Preferences
  /** Parts of the page that the address asks to leave out. */
  readonly hide: readonly string[]
}

export interface PageActions {
  togglePanel(panel: PanelName): void
  openDialog(dialog: DialogName | null): void
  setTab(tab: SheetTab): void
  place(optimizer: string | null): void
  edit(index: number): void
  keepDraft(draft: EquationDraft | null): void
  highlight(place: PageState['highlighted']): void
  setSwarming(swarming: boolean): void
  markPictured(): void
  markDrawn(): void
  markUnderWay(): void
  loseWebgl(): void
  notify(notice: string | null): void
  alarm(trouble: string | null): void
  setPreferences(preferences: Partial<Preferences>): void
  /** A hint was followed or sent away; it does not come back. */
  finishHint(hint: HintName): void
}

export type PageStore = StoreApi<PageState & PageActions>

export interface PageStoreOptions {
  /** What the machine can draw with: asked once, early, since a first context takes a while. Left out without WebGL 2. */
  readonly graphics?: Graphics | undefined
  readonly preferences: Preferences
  readonly remember: (preferences: Preferences) => void
  readonly hide?: readonly string[]
  readonly trouble?: string | null
}

export const createPageStore = ({
  graphics,
  preferences,
  remember,
  hide = [],
  trouble = null,
}: PageStoreOptions): PageStore =>
  createStore<PageState & PageActions>()((set, get) => ({
    panels: { surface: true, climbers: true },
    dialog: null,
    tab: 'surface',
    placing: null,
    editing: -1,
    equationDraft: null,
    highlighted: null,
    swarming: false,
    pictured: false,
    drawn: false,
    underWay: false,
    graphics,
    webgl: graphics !== undefined,
    notice: null,
    trouble,
    preferences,
    hide,
    togglePanel: (panel) => set(({ panels }) => ({ panels: { ...panels, [panel]: !panels[panel] } })),
    openDialog: (dialog) => set({ dialog }),
    setTab: (tab) => set({ tab }),
    place: (placing) => set({ placing }),
    edit: (editing) => set({ editing }),
    keepDraft: (equationDraft) => set({ equationDraft }),
    highlight: (highlighted) => set({ highlighted }),
    setSwarming: (swarming) => set({ swarming }),
    markPictured: () => set({ pictured: true }),
    markDrawn: () => set({ drawn: true }),
    markUnderWay: () => set({ underWay: true }),
    loseWebgl: () => set({ webgl: false }),
    notify: (notice) => set({ notice }),
    alarm: (trouble) => set({ trouble }),
    setPreferences: (changes) => {
      const next = { ...get().preferences, ...changes }
      set({ preferences: next })
      remember(next)
    },
    finishHint: (hint) => {
      const { hintsDone } = get().preferences
      if (!hintsDone.includes(hint)) get().setPreferences({ hintsDone: [...hintsDone, hint] })
    },
  }))
