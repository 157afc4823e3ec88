import { parseScene } from './parse'
import type { Scene } from './types'

/** A scene that comes with the program. */
export interface Example {
  /** Its file's name without number and ending: `leaving-a-saddle`. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly scene: Scene
}

const documents = import.meta.glob<unknown>('../../scenes/[0-9]*.json', { eager: true, import: 'default' })

/** The scenes of `scenes/`, in the order of the numbers in their files' names. The first is shown to whoever comes without one. */
export const examples: readonly Example[] = Object.keys(documents)
  .sort()
  .map((path) => {
    const { scene } = parseScene(documents[path])
    const name = path.replace(/^.*\/\d+-/, '').replace(/\.json$/, '')
    return { name, title: scene.title, description: scene.description, scene }
  })
