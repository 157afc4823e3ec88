import { useMemo } from 'react'
import type { HeightField } from '../../analysis/types'
import { resolveSurface } from '../../scene/resolve'
import { useScene, useSceneStore } from '../../store/react'
import type { SurfaceSpec } from '../../surfaces/surface'
import { usePage } from '../page-context'
import { COARSE } from '../start'

/** What there is to stand on, and whether it only stands in for it. */
export interface KnownGround {
  readonly surface: SurfaceSpec
  readonly field: HeightField
  readonly rehearsing: boolean
}

/**
 * The ground. While its first field is being computed a level one over the same domain stands in, on which the landscape
 * rehearses; not where a processor draws, which has enough to do. Null where there is nothing to stand on.
 */
export function useKnownGround(): KnownGround | null {
  const { catalog } = useSceneStore()
  const surface = useScene((state) => state.surface)
  const field = useScene((state) => state.field)
  const rehearses = usePage((state) => state.graphics?.software === false)
  const named = useScene((state) => (rehearses && state.field === null ? state.scene.surface : null))
  return useMemo(() => {
    if (surface !== null && field !== null) return { surface, field, rehearsing: false }
    const resolved = named === null ? null : resolveSurface(named, catalog)
    return resolved?.ok ? { surface: resolved.spec, field: levelField(COARSE), rehearsing: true } : null
  }, [surface, field, named, catalog])
}

function levelField(size: number): HeightField {
  const level = new Float32Array(size * size)
  return { size, f: level, fx: level, fy: level, min: 0, max: 1, holes: false }
}
