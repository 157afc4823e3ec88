import type { Optimizer } from './optimizers/optimizer'
import type { SurfaceDefinition } from './surfaces/surface'

interface Named {
  readonly name: string
}

/**
 * The entries of a folder by name: every module whose default export carries a `name`. Other modules of the folder
 * (contracts, compilers) have no default export. Throws when two entries claim the same name.
 */
function collect<T extends Named>(modules: Readonly<Record<string, unknown>>): ReadonlyMap<string, T> {
  const entries = new Map<string, T>()
  for (const [path, module] of Object.entries(modules)) {
    const entry = (module as { readonly default?: Partial<T> }).default
    if (typeof entry?.name !== 'string') continue
    if (entries.has(entry.name)) throw new Error(`${path}: the name \`${entry.name}\` is taken`)
    entries.set(entry.name, entry as T)
  }
  return entries
}

// A glob takes whole modules along, even those that are no entries: the large ones are left out by name.

/** Every surface of the gallery, by name. One file in `src/surfaces/` is one entry. */
export const surfaces: ReadonlyMap<string, SurfaceDefinition> = collect(
  import.meta.glob(['./surfaces/*.ts', '!./surfaces/create.ts'], { eager: true }),
)

/** Every optimizer, by the name that scenes write. One file in `src/optimizers/` or its `methods/` is one entry. */
export const optimizers: ReadonlyMap<string, Optimizer> = collect(
  import.meta.glob(
    [
      './optimizers/*.ts',
      './optimizers/methods/*.ts',
      '!./optimizers/{compile,declarations,find,live,resolve,rule-text,schedule,schedules,step,text}.ts',
    ],
    { eager: true },
  ),
)
