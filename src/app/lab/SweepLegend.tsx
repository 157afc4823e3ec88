import { useLayoutEffect, useRef } from 'react'
import type { SweepMap } from '../../analysis/sweep'
import type { LossScale } from '../../views/chart/loss-scale'
import { lossTicks } from '../../views/chart/loss-scale'
import { COLORS, colormap } from '../../views/colormap'
import { useTheme } from '../page-context'
import { type CellLook, others } from './sweep-colors'
import { type Measure, type SweepCell, sweepCell } from './sweep-measure'

interface SweepLegendProps {
  readonly map: SweepMap
  readonly measure: Measure
  readonly scale: LossScale | null
}

const words: Readonly<Record<Exclude<SweepCell['kind'], 'value'>, string>> = {
  diverged: 'diverged',
  unarrived: 'did not arrive',
  held: 'did not diverge',
  refused: 'refused',
}

/** Which colour is which number, and what the stripes mean, as far as they are on the map. */
export function SweepLegend({ map, measure, scale }: SweepLegendProps) {
  const theme = useTheme()
  const kinds = new Set(Array.from(map.loss, (_, k) => sweepCell(map, k, measure).kind))
  return (
    <div className="sweep-legend">
      {scale !== null && <Ramp scale={scale} />}
      <ul className="sweep-kinds" aria-label="Cells without a number">
        {(['diverged', 'unarrived', 'held', 'refused'] as const)
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <li key={kind}>
              <PatternSwatch look={others[theme.name][kind]} /> {words[kind]}
            </li>
          ))}
      </ul>
    </div>
  )
}

function Ramp({ scale }: { readonly scale: LossScale }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context == null) return
    const image = context.createImageData(COLORS, 1)
    image.data.set(colormap('viridis'))
    context.putImageData(image, 0, 0)
  }, [])
  return (
    <div className="sweep-ramp">
      <canvas ref={canvas} width={COLORS} height={1} />
      <div className="sweep-ramp-numbers">
        {lossTicks(scale, 3)
          .filter(({ unit }) => unit >= -1e-9 && unit <= 1 + 1e-9)
          .map(({ value, unit, text }) => (
            <span key={value} className="sweep-number" style={{ left: `${100 * unit}%` }}>
              {text}
            </span>
          ))}
      </div>
    </div>
  )
}

/** Lines of each pattern in a square of 14. */
const lines: Readonly<Record<NonNullable<CellLook['pattern']>, string>> = {
  rising: 'M0 8l8-8M3 14L14 3M9 14l5-5',
  falling: 'M0 6l8 8M0 0l14 14M6 0l8 8',
  crossed: 'M0 8l8-8M6 14l8-8M0 6l8 8M6 0l8 8',
}

function PatternSwatch({ look: { color, stripe, pattern } }: { readonly look: CellLook }) {
  const written = (rgb: readonly number[]) => `rgb(${rgb.join(' ')})`
  return (
    <svg className="pattern-swatch" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
      <rect width="14" height="14" rx="3" fill={written(color)} />
      {pattern !== undefined && stripe !== undefined && (
        <path d={lines[pattern]} stroke={written(stripe)} strokeWidth="1.5" fill="none" />
      )}
    </svg>
  )
}
