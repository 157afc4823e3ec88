import { withOptimizer } from '../../store/edit-optimizer'
import { useActions, useSceneStore } from '../../store/react'

/** Gives a climber a registered optimizer, by name, with the hyperparameters that suit it. */
export function useSetOptimizer(): (index: number, optimizer: string) => void {
  const { scene, catalog } = useSceneStore()
  const { replaceRun } = useActions()
  return (index, optimizer) => {
    const run = scene.getState().scene.runs[index]
    if (run !== undefined) replaceRun(index, withOptimizer(run, optimizer, catalog))
  }
}
