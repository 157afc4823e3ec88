import { ExpressionError, parse } from '../../expression'
import { statementsTex } from '../../expression/print/tex'

/** The formula's TeX, or null while it cannot be read. */
export function formulaTex(text: string, parameters: readonly string[]): string | null {
  try {
    return statementsTex(parse(text, { inputs: ['x', 'y'], parameters }).statements)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}
