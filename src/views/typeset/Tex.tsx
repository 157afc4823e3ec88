import { useEffect, useRef, useState } from 'react'
import { loadTypesetter, renderTex, type Typesetter } from './render-tex'

interface TexProps {
  /** TeX, or null when the text cannot be typeset. */
  readonly tex: string | null
  /** Shown until the typesetter is there, and read aloud always. */
  readonly plain: string
  readonly display?: boolean
}

/** Mathematics, typeset by KaTeX once that has been loaded; plain text before. */
export function Tex({ tex, plain, display = false }: TexProps) {
  const target = useRef<HTMLSpanElement>(null)
  const [katex, setKatex] = useState<Typesetter | null>(null)
  const wanted = tex !== null
  useEffect(() => {
    if (!wanted) return
    let mounted = true
    loadTypesetter().then(
      (typesetter) => mounted && setKatex(() => typesetter),
      // Offline, perhaps: the plain text stays.
      () => {},
    )
    return () => {
      mounted = false
    }
  }, [wanted])
  const typeset = katex !== null && tex !== null
  useEffect(() => {
    const element = target.current
    if (element === null || katex === null || tex === null) return
    renderTex(katex, tex, element, display)
  }, [katex, tex, display])
  return (
    <span className={display ? 'tex tex-display' : 'tex'}>
      <span className={typeset ? 'visually-hidden' : 'tex-plain'}>{plain}</span>
      <span ref={target} aria-hidden="true" hidden={!typeset} />
    </span>
  )
}
