import { parseScene } from '../scene/parse'
import type { Problem, Scene } from '../scene/types'

/** A scene of `scenes/`, parsed. */
export interface ReadyScene {
  /** Its file's name without the ending. */
  readonly name: string
  readonly scene: Scene
  readonly problems: readonly Problem[]
}

const documents = import.meta.glob<unknown>(['../../scenes/*.json', '!../../scenes/scene.schema.json'], {
  eager: true,
  import: 'default',
})

/** Every scene of `scenes/`, in the order of their files. */
export const readyScenes = (): readonly ReadyScene[] =>
  Object.entries(documents).map(([path, document]) => ({
    name: path.replace(/^.*\/|\.json$/g, ''),
    ...parseScene(document),
  }))

/** What a first visit shows: many valleys, a climber in each. */
export const LANDING = '01-four-climbers-four-valleys'

/** Shown when there are no scenes at all. */
const plain = { version: 1, surface: 'himmelblau', runs: [{ optimizer: 'SGD', hyperparameters: { lr: 0.01 } }] }

export function landingScene(): Scene {
  const scenes = readyScenes()
  return (scenes.find(({ name }) => name === LANDING) ?? scenes[0])?.scene ?? parseScene(plain).scene
}
