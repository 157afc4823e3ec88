import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { History, PlaybackActions, PlaybackState, SceneActions, SceneState, SceneStore } from './types'

/** The mounted scene that the components below belong to. */
export const SceneContext = createContext<SceneStore | null>(null)

export function useSceneStore(): SceneStore {
  const store = useContext(SceneContext)
  if (store === null) throw new Error('a component of the scene was rendered outside of <SceneContext>')
  return store
}

/** What `select` picks from the scene's state; renders again when that changes by identity. */
export const useScene = <T>(select: (state: SceneState & SceneActions) => T): T =>
  useStore(useSceneStore().scene, select)

/** What `select` picks from the playhead. Select something coarse: the step changes every frame. */
export const usePlayback = <T>(select: (state: PlaybackState & PlaybackActions) => T): T =>
  useStore(useSceneStore().playback, select)

export const useHistory = (): History => useStore(useSceneStore().history)

/** The actions, which never change. */
export const useActions = (): SceneActions => useSceneStore().scene.getState()
