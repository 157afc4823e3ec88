import { createContext, useContext, useMemo } from 'react'
import { useScene } from '../store/react'
import { createSurface } from '../surfaces/create'
import type { Surface } from '../surfaces/surface'

/** The surface on the screen, executable on this thread: single points for words, pointers and picking. */
export const SurfaceContext = createContext<Surface | null>(null)

export function useCreatedSurface(): Surface | null {
  const spec = useScene((state) => state.surface)
  return useMemo(() => (spec === null ? null : createSurface(spec)), [spec])
}

export const useSurface = (): Surface | null => useContext(SurfaceContext)
