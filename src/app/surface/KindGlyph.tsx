import type { CriticalKind } from '../../analysis/types'
import { kindColors } from '../../views/theme'

const GLYPHS: Readonly<Record<CriticalKind, string>> = {
  minimum: 'M8 3.500a4.500 4.500 0 100 9 4.500 4.500 0 000-9z',
  saddle: 'M8 2.500L13.500 8 8 13.500 2.500 8z',
  maximum: 'M8 3l5.500 9.500h-11z',
  degenerate: 'M3.500 3.500h9v9h-9z',
}

/** The mark of a kind of critical point, shaped and coloured as on the ground. */
export function KindGlyph({ kind }: { readonly kind: CriticalKind }) {
  return (
    <svg className="kind-glyph" data-kind={kind} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={GLYPHS[kind]} fill={kindColors[kind]} />
    </svg>
  )
}
