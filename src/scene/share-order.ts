import { resolveOptimizer } from './resolve'

export type Entry = readonly [key: string, value: string]

const sceneKeys: ReadonlySet<string> = new Set(
  'title description surface formula domain height steps mode camera layers theme tries'.split(' '),
)

const isSceneKey = (key: string) => sceneKeys.has(key) || key.startsWith('parameter.')

interface SortedEntries {
  readonly scene: readonly Entry[]
  /** A climber each, beginning with her `optimizer`. */
  readonly climbers: readonly (readonly Entry[])[]
}

/**
 * Whose a link's pairs are. Each `optimizer` begins a climber, and what follows it is hers, but for keys of the scene's,
 * which people write wherever they think of them: those are the scene's unless her optimizer has a hyperparameter so called.
 */
export function sorted(entries: readonly Entry[]): SortedEntries {
  const scene: Entry[] = []
  const climbers: Entry[][] = []
  for (const entry of entries) {
    if (entry[0] === 'optimizer') climbers.push([])
    const whose = climbers.at(-1) ?? scene
    whose.push(entry)
  }
  const theirs = climbers.map((own) => new Set(own.filter(isOfScene(own))))
  return {
    scene: [...scene, ...theirs.flatMap((entries) => [...entries])],
    climbers: climbers.map((own, i) => own.filter((entry) => !theirs[i]!.has(entry))),
  }
}

function isOfScene(own: readonly Entry[]): (entry: Entry) => boolean {
  const values = new Map(own)
  const declared = () => {
    const equations = values.get('equations')
    const wrappers = values.get('wrappers')?.split(',').filter(Boolean)
    const choice = { optimizer: values.get('optimizer') ?? '', ...(equations !== undefined && { equations }) }
    const found = resolveOptimizer({ ...choice, ...(wrappers !== undefined && { wrappers }) })
    return found.ok ? found.spec.hyperparameters : {}
  }
  return ([key]) => isSceneKey(key) && !Object.hasOwn(declared(), key)
}
