import type { CriticalPoint } from '../../analysis/types'
import { format, formatPoint } from '../../views/format'
import { IconButton } from '../controls/IconButton'
import { useRelease } from '../ground/use-release'
import { Copy, Pin } from '../icons'
import { useGround, usePage, usePageActions } from '../page-context'
import { useShown } from '../shown'

/** One critical point: pressed, the camera flies there. */
export function CriticalPointItem({ point }: { readonly point: CriticalPoint }) {
  const ground = useGround()
  const { notify, highlight } = usePageActions()
  const release = useRelease()
  const shown = useShown()
  const { x, y, value } = point
  const highlighted = usePage((state) => state.highlighted?.x === x && state.highlighted.y === y)
  const exact = `x = ${x}, y = ${y}, f = ${value}`
  const copy = () =>
    navigator.clipboard.writeText(exact).then(
      () => notify('Copied with every digit.'),
      () => notify(exact),
    )
  return (
    <li className="point" data-highlighted={highlighted || undefined}>
      <button
        type="button"
        className="point-button"
        title={`${exact}\neigenvalues ${point.eigenvalues.join(', ')}`}
        onClick={() => ground.current?.flyTo(x, y)}
        onPointerEnter={() => highlight({ x, y })}
        onPointerLeave={() => highlight(null)}
        onFocus={() => highlight({ x, y })}
        onBlur={() => highlight(null)}
      >
        <span className="point-place">{formatPoint(x, y)}</span>
        <span className="point-value">{format(value)}</span>
        {point.kind === 'saddle' && <Directions point={point} />}
      </button>
      {shown('release') && (
        <IconButton label={`Release from ${formatPoint(x, y)}`} onClick={() => release(x, y, { exact: true })}>
          <Pin />
        </IconButton>
      )}
      <IconButton label={`Copy ${formatPoint(x, y)} with every digit`} className="copy-button" onClick={copy}>
        <Copy />
      </IconButton>
    </li>
  )
}

/** The two ways that matter at a saddle: along one the ground falls, along the other it rises. */
function Directions({ point: { directions, eigenvalues } }: { readonly point: CriticalPoint }) {
  const [down, up] = directions
  return (
    <span className="point-directions" title={`curvature ${eigenvalues[0]} down, ${eigenvalues[1]} up`}>
      <span>falls along ±{formatPoint(...down, 2)}</span>
      <span>rises along ±{formatPoint(...up, 2)}</span>
    </span>
  )
}
