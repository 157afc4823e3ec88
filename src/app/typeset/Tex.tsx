import type Katex from 'katex'
import { useEffect, useRef, useState } from 'react'

interface TexProps {
  /** TeX, or null when the text cannot be typeset. */
  readonly tex: string | null
  /** Shown until the typesetter is there, and read aloud always. */
  readonly plain: string
  readonly display?: boolean
}

type Typesetter = typeof Katex

/** Mathematics, typeset by KaTeX once that has been loaded; plain text before. */
export function Tex({ tex, plain, display = false }: TexProps) {
  const target = useRef<HTMLSpanElement>(null)
  const [katex, setKatex] = useState<Typesetter | null>(null)
  useEffect(() => {
    let mounted = true
    loadTypesetter().then(
      (typesetter) => mounted && setKatex(() => typesetter),
      // Offline, perhaps: the plain text stays.
      () => {},
    )
    return () => {
      mounted = false
    }
  }, [])
  const typeset = katex !== null && tex !== null
  useEffect(() => {
    const element = target.current
    if (element === null || katex === null || tex === null) return
    katex.render(tex, element, {
      trust: false,
      strict: false,
      throwOnError: false,
      displayMode: display,
      output: 'html',
    })
  }, [katex, tex, display])
  return (
    <span className={display ? 'tex tex-display' : 'tex'}>
      <span className={typeset ? 'visually-hidden' : 'tex-plain'}>{plain}</span>
      <span ref={target} aria-hidden="true" hidden={!typeset} />
    </span>
  )
}

/** The browser keeps modules: asking again costs nothing. */
async function loadTypesetter(): Promise<Typesetter> {
  const [module] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')])
  return module.default
}
