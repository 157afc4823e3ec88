import { useMemo } from 'react'
import { useScene } from '../../store/react'
import { Tex } from '../../views/typeset/Tex'
import { useAfterFirstWalk } from '../use-after-first-walk'

interface TypesetFormulaProps {
  readonly text: string
  readonly display?: boolean
}

const loadPrinter = () => import('./formula-tex')

/** A formula of the language as mathematics: what the program understood, not what was typed. */
export function TypesetFormula({ text, display = false }: TypesetFormulaProps) {
  const parameters = useScene((state) => state.draftParameters)
  const printer = useAfterFirstWalk(loadPrinter)
  const tex = useMemo(() => printer?.formulaTex(text, Object.keys(parameters)) ?? null, [printer, text, parameters])
  return <Tex tex={tex} plain={text} display={display} />
}
