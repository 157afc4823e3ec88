import { type KeyboardEvent, type MouseEvent, type PointerEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useActions, useScene } from '../../store/react'
import type { SweepState } from '../../store/types'
import type { LossScale } from '../../views/chart/loss-scale'
import { format } from '../../views/format'
import { watchSize } from '../../views/map/canvas-size'
import { valueInUse } from '../optimizers/origin'
import { useTheme } from '../page-context'
import { useMedia } from '../use-media'
import { useReplay } from '../use-replay'
import { paintSweep } from './paint-sweep'
import { movedCell } from './sweep-keys'
import { type Measure, sayCell } from './sweep-measure'
import { type CellPlace, cellUnder, plotIn } from './sweep-plot'
import type { Subject } from './use-subject'

interface SweepMapViewProps {
  readonly sweep: SweepState
  readonly subject: Subject
  readonly measure: Measure
  readonly scale: LossScale | null
}

/** The heat map: read cell by cell under the pointer or by arrow keys; a click or Enter takes a cell's values. */
export function SweepMapView({ sweep, subject, measure, scale }: SweepMapViewProps) {
  const steps = useScene((state) => state.scene.steps)
  const touch = useMedia('(hover: none)')
  const [cursor, setCursor] = useState<CellPlace | null>(null)
  const load = useLoad()
  const keys = useId()
  const { map, x, y } = sweep
  const size = map?.size ?? 0
  // While the map is refined a cell of it becomes many.
  const read = cursor !== null && cursor.i < size && cursor.j < size ? cursor : null
  const present = presentOf(sweep, subject)
  const canvas = useSweepCanvas({ sweep, measure, scale, cursor: read, present })

  const under = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return cellUnder(plotIn(box.width, box.height), size, event.clientX - box.left, event.clientY - box.top)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (map === null || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && read !== null) load(read)
    const start = read ?? nearest(map.xs, map.ys, present)
    const next = movedCell(event.key, event.shiftKey, start, size)
    if (next === null && event.key !== 'Enter') return
    event.preventDefault()
    if (next !== null) setCursor(next)
  }
  return (
    <>
      <div
        className="sweep-map"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is steered by keys of its own.
        tabIndex={0}
        role="application"
        aria-label={`Sweep of ${x.name} and ${y.name}`}
        aria-describedby={keys}
        onPointerMove={(event: PointerEvent<HTMLElement>) => {
          if (!touch && event.pointerType !== 'touch') setCursor(under(event))
        }}
        onPointerLeave={() => {
          // Under a finger what was read stays.
          if (!touch) setCursor(null)
        }}
        onClick={(event) => {
          const cell = under(event)
          setCursor(cell)
          if (cell !== null && !touch) load(cell)
        }}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} />
      </div>
      <p id={keys} className="visually-hidden">
        Arrow keys move from cell to cell, with Shift by eight, Enter takes a cell's values.
      </p>
      <p className="sweep-reading" aria-live="polite">
        {map === null ? (
          'Walking with all values…'
        ) : read === null ? (
          <span className="sweep-hint">
            {touch ? 'Tap a cell to read it.' : 'Point at a cell to read it, click to take its values.'}
          </span>
        ) : (
          <>
            <span>
              {x.name} {format(map.xs[read.i]!, 3)}, {y.name} {format(map.ys[read.j]!, 3)}
            </span>
            <span>{sayCell(map, read.j * size + read.i, steps)}</span>
          </>
        )}
      </p>
      {touch && read !== null && (
        <button type="button" className="chip" onClick={() => load(read)}>
          take these values
        </button>
      )}
    </>
  )
}

/** Takes a cell's values as one step of undo, and shows the walk. */
function useLoad(): (cell: CellPlace) => void {
  const { loadSweepCell } = useActions()
  const replay = useReplay()
  return ({ i, j }) => {
    loadSweepCell(i, j)
    replay()
  }
}

/** Her values along both sides; null where one is a schedule. */
function presentOf({ x, y }: SweepState, { climber, optimizer }: Subject) {
  if (optimizer === undefined) return null
  const [atX, atY] = [x, y].map(({ name }) => valueInUse(name, climber.run.hyperparameters, optimizer))
  return typeof atX === 'number' && typeof atY === 'number' ? { x: atX, y: atY } : null
}

function nearest(
  xs: Float64Array,
  ys: Float64Array,
  present: { readonly x: number; readonly y: number } | null,
): CellPlace {
  const at = (values: Float64Array, value: number) =>
    values.reduce((best, candidate, k) => (Math.abs(candidate - value) < Math.abs(values[best]! - value) ? k : best), 0)
  return present === null ? { i: 0, j: 0 } : { i: at(xs, present.x), j: at(ys, present.y) }
}

function useSweepCanvas(picture: Omit<Parameters<typeof paintSweep>[4], 'theme'>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  const [room, setRoom] = useState({ width: 0, height: 0, pixelRatio: 1 })
  useLayoutEffect(
    () => watchSize(canvas.current!, ({ width, height }, pixelRatio) => setRoom({ width, height, pixelRatio })),
    [],
  )
  useLayoutEffect(() => {
    paintSweep(canvas.current!, room.width, room.height, room.pixelRatio, { ...picture, theme })
  })
  return canvas
}
