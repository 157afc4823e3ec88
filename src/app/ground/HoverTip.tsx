import { type CSSProperties, type RefObject, useMemo } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { useScene } from '../../store/react'
import { format, formatPoint } from '../../views/format'
import type { Hover } from '../../views/landscape/props'
import { Pin } from '../icons'
import { BasinSwatch } from '../lab/BasinSwatch'
import { pixelAt } from '../lab/basin-pixel'
import { placeName } from '../lab/tally'
import { useGround } from '../page-context'
import { useShown } from '../shown'
import { KindGlyph } from '../surface/KindGlyph'
import { useMedia } from '../use-media'
import { useSurface } from '../use-surface'
import { DownhillArrow } from './DownhillArrow'
import { readingAt } from './reading'
import { screenDirection } from './screen-direction'
import { useRelease } from './use-release'

interface HoverTipProps {
  readonly hover: StoreApi<{ readonly at: Hover | null }>
  /** What the tip keeps inside of. */
  readonly room: RefObject<HTMLElement | null>
}

/** What is felt under the pointer, beside it. Under a finger it stays, with a way to release a climber there. */
export default function HoverTip({ hover, room }: HoverTipProps) {
  const at = useStore(hover, (state) => state.at)
  const touch = useMedia('(hover: none)')
  const shown = useShown()
  const surface = useSurface()
  const ground = useGround()
  const point = at?.criticalPoint ?? null
  const reading = useMemo(() => {
    if (at === null || surface === null) return null
    const { x, y } = at.criticalPoint ?? at
    return readingAt(surface, x, y)
  }, [at, surface])
  if (at === null || reading === null) return null
  const { x, y, f, slope, downhill } = reading
  const handle = ground.current
  const angle =
    downhill === null || handle === null
      ? null
      : screenDirection((left, top) => handle.pickAt(left, top), at.clientX, at.clientY, downhill)
  return (
    <div className="tip" style={placed(at, room.current)} data-touch={touch || undefined}>
      {point !== null && (
        <span className="tip-kind">
          <KindGlyph kind={point.kind} /> {point.kind}
        </span>
      )}
      <span>{formatPoint(x, y, 3)}</span>
      <span>
        <i>f</i> = {format(f)}
      </span>
      {point === null && (
        <span className="tip-slope">
          slope {format(slope, 3)}
          {angle !== null && <DownhillArrow angle={angle} />}
        </span>
      )}
      <Basin x={x} y={y} />
      {touch && shown('release') && <ReleaseButton hover={hover} at={at} />}
    </div>
  )
}

/** On a basin map: where a climber from here ends. */
function Basin({ x, y }: { readonly x: number; readonly y: number }) {
  const basins = useScene((state) => state.basins)
  const domain = useScene((state) => state.surface?.domain)
  if (basins === null || domain === undefined) return null
  const { label } = pixelAt(basins, domain, x, y)
  return (
    <span className="tip-basin">
      <BasinSwatch label={label} />
      {label >= 0 && 'to '}
      {placeName(label, basins.minima)}
    </span>
  )
}

function ReleaseButton({ hover, at }: { readonly hover: HoverTipProps['hover']; readonly at: Hover }) {
  const release = useRelease()
  return (
    <button
      type="button"
      className="chip"
      onClick={() => {
        if (at.criticalPoint === null) release(at.x, at.y)
        else release(at.criticalPoint.x, at.criticalPoint.y, { exact: true })
        hover.setState({ at: null })
      }}
    >
      <Pin /> release here
    </button>
  )
}

/** Half of the widest tip: nearer to an edge than this it is pushed back. */
const HALF = 134
/** Above this line the tip hangs below the pointer. */
const HEADROOM = 110

/** Above the pointer and centred on it, as far as there is room. */
function placed({ clientX, clientY }: Hover, room: HTMLElement | null): CSSProperties {
  const box = room?.getBoundingClientRect()
  if (box === undefined) return {}
  const half = Math.min(HALF, box.width / 2)
  const left = Math.min(Math.max(clientX - box.left, half), box.width - half)
  const top = clientY - box.top
  return top > HEADROOM
    ? { left, top: top - 18, translate: '-50% -100%' }
    : { left, top: top + 26, translate: '-50% 0' }
}
