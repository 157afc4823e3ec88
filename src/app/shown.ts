import { useScene } from '../store/react'
import { usePage } from './page-context'

/** Controls that belong together: naming the group names them all. */
const groups: ReadonlyMap<string, readonly string[]> = new Map([
  ['panels', ['surface', 'climbers', 'experiments']],
  ['header', ['title', 'scenes', 'view', 'theme', 'undo', 'share', 'help']],
  ['surface', ['formula', 'gallery', 'parameters', 'domain', 'layers', 'critical-points']],
  [
    'climbers',
    [
      'add',
      'optimizer',
      'hyperparameters',
      'maximize',
      'start',
      'equations',
      'steps',
      'release',
      'wrappers',
      'noise',
      'tries',
    ],
  ],
  ['experiments', ['basins', 'swarm', 'sweep']],
  ['hyperparameters', ['lr', 'momentum']],
  ['transport', ['play', 'step', 'restart', 'scrub', 'speed', 'chart']],
])

export interface Trimming {
  /** Controls to show; undefined shows all. */
  readonly controls: readonly string[] | undefined
  readonly hide: readonly string[]
}

/**
 * Whether a control is shown: not when it or a group it is in is hidden; and where a scene lists its controls, only when
 * it, a group it is in or something inside it is listed. The header stays unless it is hidden.
 */
export function isShown(name: string, { controls, hide }: Trimming): boolean {
  const family = [name, ...ancestors(name)]
  if (family.some((member) => hide.includes(member))) return false
  if (controls === undefined || family.includes('header')) return true
  return [...family, ...descendants(name)].some((member) => controls.includes(member))
}

function ancestors(name: string): string[] {
  const parents = [...groups].filter(([, members]) => members.includes(name)).map(([group]) => group)
  return parents.flatMap((parent) => [parent, ...ancestors(parent)])
}

const descendants = (name: string): string[] =>
  (groups.get(name) ?? []).flatMap((member) => [member, ...descendants(member)])

export function useShown(): (name: string) => boolean {
  const controls = useScene((state) => state.scene.controls)
  const hide = usePage((state) => state.hide)
  return (name) => isShown(name, { controls, hide })
}

/** Whether a hyperparameter's control is shown: all are, unless the scene lists only some. */
export function useShownHyperparameter(): (name: string) => boolean {
  const controls = useScene((state) => state.scene.controls)
  const hide = usePage((state) => state.hide)
  return (name) => {
    if (hide.includes(name) || !isShown('hyperparameters', { controls, hide })) return false
    return (
      controls === undefined || [name, 'hyperparameters', 'climbers', 'panels'].some((item) => controls.includes(item))
    )
  }
}
