import { useEffect, useRef, useState } from 'react'
import type { HeightField } from '../../analysis/types'
import type { SurfaceDefinition } from '../../surfaces/surface'
import { colormap } from '../../views/colormap'
import { usePage, useTheme } from '../page-context'
import { paintRelief } from './paint-relief'
import { usePictures } from './pictures'

const WALLS = {
  light: ['#d8d4cc', '#c3beb5'],
  dark: ['#323a4a', '#262d3a'],
} as const

/** A small true rendering of a surface, drawn once its samples are there and it is in sight. */
export function Thumbnail({ surface }: { readonly surface: SurfaceDefinition }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pictures = usePictures()
  const { name: theme } = useTheme()
  const [field, setField] = useState<HeightField | null>(null)
  // The ground comes first: pictures of others would keep the worker from it.
  const underWay = usePage((state) => state.underWay)
  useEffect(() => {
    if (!underWay) return
    let mounted = true
    const ask = () =>
      pictures.field(surface).then(
        (samples) => mounted && setField(samples),
        // An empty tile still has its name.
        () => {},
      )
    const stop = whenInSight(canvas.current!, ask)
    return () => {
      mounted = false
      stop()
    }
  }, [pictures, surface, underWay])
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || field === null) return
    paintRelief(context, field, surface.heightScale, { colors: colormap('terrain'), walls: WALLS[theme] })
  }, [field, surface, theme])
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus unless it is asked to.
    <canvas
      ref={canvas}
      className="thumbnail"
      width={176}
      height={116}
      data-drawn={field !== null || undefined}
      aria-hidden="true"
    />
  )
}

function whenInSight(element: Element, then: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    then()
  })
  observer.observe(element)
  return () => observer.disconnect()
}
