import { useEffect, useMemo, useRef } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { CriticalPoint, HeightField } from '../../analysis/types'
import { useActions, useScene, useSceneStore } from '../../store/react'
import type { Interval, SurfaceSpec } from '../../surfaces/surface'
import { overlayOf } from '../../views/basin-colors'
import type { Hover, Insets, LandscapeProps } from '../../views/landscape/props'
import type { Overlay } from '../../views/overlays'
import type { Theme } from '../../views/theme'
import { usePage, usePageActions, useTheme } from '../page-context'
import { ErrorBoundary } from '../status/ErrorBoundary'
import { REDUCED_MOTION, useMedia } from '../use-media'
import { useSurface } from '../use-surface'
import { arriving } from './arriving'
import { splitGround } from './split-ground'
import { useHandles } from './use-handles'
import { useRelease } from './use-release'
import { useSize } from './use-size'
import { useStartDrag } from './use-start-drag'
import { useTries } from './use-tries'

const Landscape = arriving(() => import('../../views/landscape/Landscape'))
const MapView = arriving(() => import('../../views/map/MapView'))

interface GroundViewsProps {
  readonly surface: SurfaceSpec
  readonly field: HeightField
  readonly insets: Insets
  readonly hover: StoreApi<{ readonly at: Hover | null }>
}

/** The landscape, the map, or both side by side. Without WebGL the map stands in. */
export function GroundViews({ insets, ...ground }: GroundViewsProps) {
  const wanted = useScene((state) => state.scene.view.mode)
  const webgl = usePage((state) => state.webgl)
  const { loseWebgl } = usePageActions()
  const { attachLandscape, attachMap } = useHandles()
  const mode = webgl ? wanted : 'map'
  const element = useRef<HTMLDivElement>(null)
  const shared = { ...useShared(ground), sketches: useTries(element) }
  const size = useSize(element)
  const [first, second] = splitGround(size, insets)
  // Words about a place stay under a finger until another view is asked for.
  useEffect(() => {
    void mode
    ground.hover.setState({ at: null })
  }, [mode, ground.hover])
  return (
    <div ref={element} className="views" data-mode={mode}>
      {mode !== 'map' && (
        <div className="view" style={mode === 'both' ? first.style : undefined}>
          <ErrorBoundary fallback={null} onError={loseWebgl}>
            <Landscape
              {...shared}
              insets={mode === 'both' ? first.insets : insets}
              onUnavailable={loseWebgl}
              ref={attachLandscape}
            />
          </ErrorBoundary>
        </div>
      )}
      {mode !== 'landscape' && (
        <div className="view" style={mode === 'both' ? second.style : undefined}>
          <ErrorBoundary fallback={<p className="ground-empty">The map could not be drawn.</p>}>
            <MapView {...shared} insets={mode === 'both' ? second.insets : insets} ref={attachMap} />
          </ErrorBoundary>
        </div>
      )}
    </div>
  )
}

/** What both views are told. */
function useShared({
  surface,
  field,
  hover,
}: Omit<GroundViewsProps, 'insets'>): Omit<LandscapeProps, 'insets' | 'ref'> {
  const { playback } = useSceneStore()
  const { setCamera } = useActions()
  const climbers = useScene((state) => state.climbers)
  const criticalPoints = useScene((state) => state.criticalPoints)
  const view = useScene((state) => state.scene.view)
  const selected = useScene((state) => state.selected)
  const highlighted = usePage((state) => state.highlighted)
  const theme = useTheme()
  const reducedMotion = useMedia(REDUCED_MOTION)
  const { markPictured } = usePageActions()
  const graphics = usePage((state) => state.graphics)
  const release = useRelease()
  const dragging = useStartDrag()
  const height = useHeight()
  const overlay = useBasins(theme)
  return {
    surface,
    field,
    climbers,
    criticalPoints,
    playback,
    theme,
    view,
    selected,
    highlighted,
    reducedMotion,
    height,
    overlay,
    graphics,
    onDrawn: markPictured,
    onHover: (at) => hover.setState({ at }),
    onPick: (x, y) => {
      const point = pointNear(hover.getState().at, x, y, surface)
      if (point === null) release(x, y)
      else release(point.x, point.y, { exact: true })
    },
    onCamera: setCamera,
    ...dragging,
  }
}

/** Basins of attraction, while that layer is on. */
function useBasins(theme: Theme): Overlay | null {
  const shown = useScene((state) => state.scene.view.layers.includes('basins'))
  const basins = useScene((state) => state.basins)
  return useMemo(() => (shown && basins !== null ? overlayOf(basins, theme) : null), [shown, basins, theme])
}

/** A click on the mark of a critical point means that very point. */
function pointNear(at: Hover | null, x: number, y: number, { domain }: SurfaceSpec): CriticalPoint | null {
  const point = at?.criticalPoint ?? null
  if (point === null) return null
  // The words of an earlier tap may still stand there when another place is picked.
  const near = (a: number, b: number, [low, high]: Interval) => Math.abs(a - b) < 0.08 * (high - low)
  return near(x, point.x, domain.x) && near(y, point.y, domain.y) ? point : null
}

/** The exact loss at a place. */
function useHeight(): ((x: number, y: number) => number) | undefined {
  const surface = useSurface()
  return useMemo(() => {
    if (surface === null) return undefined
    const theta = new Float64Array(2)
    return (x, y) => {
      theta[0] = x
      theta[1] = y
      return surface.value(theta)
    }
  }, [surface])
}
