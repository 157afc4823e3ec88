import { useMemo } from 'react'
import { useScene } from '../../store/react'
import { Tex } from '../../views/typeset/Tex'
import { formulaTex } from './formula-tex'

interface TypesetFormulaProps {
  readonly text: string
  readonly display?: boolean
}

/** A formula of the language as mathematics: what the program understood, not what was typed. */
export function TypesetFormula({ text, display = false }: TypesetFormulaProps) {
  const parameters = useScene((state) => state.draftParameters)
  const tex = useMemo(() => formulaTex(text, Object.keys(parameters)), [text, parameters])
  return <Tex tex={tex} plain={text} display={display} />
}
