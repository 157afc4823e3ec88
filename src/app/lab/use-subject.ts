import { isMethod, type Optimizer } from '../../optimizers/optimizer'
import { useScene, useSceneStore } from '../../store/react'
import { subjectOf } from '../../store/subject'
import type { Climber } from '../../store/types'
import { optimizerOf } from './sweep-axes'

/** The climber that an experiment is about. */
export interface Subject {
  readonly index: number
  readonly climber: Climber
  readonly optimizer: Optimizer | undefined
}

/** Climber `index`; null where there is none. */
export function useClimber(index: number): Subject | null {
  const { catalog } = useSceneStore()
  const climber = useScene((state) => state.climbers[index])
  if (climber === undefined) return null
  return { index, climber, optimizer: optimizerOf(climber.spec, catalog.optimizers) }
}

/** The selected climber, else the first. */
export const useSubject = (): Subject | null => useClimber(useScene(subjectOf))

/** Why she cannot be released in a swarm; null where she can. */
export function whyNoSwarm({ climber, optimizer }: Subject): string | null {
  if (climber.spec === null || optimizer === undefined) return 'she cannot walk yet'
  if (isMethod(optimizer)) return `${optimizer.name} walks one climber at a time`
  return climber.spec.noise === undefined ? null : 'with noise climbers walk one at a time'
}
