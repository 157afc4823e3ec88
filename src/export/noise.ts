import { literal } from '../expression/print/python-code'
import { DEFAULT_DF, type NoiseSpec } from '../simulation/noise'

/** A call of the piece `noise`. */
export function noiseCall({ kind, scale, df = DEFAULT_DF }: NoiseSpec, seed: number): string {
  const tails = kind === 'student-t' ? `, df=${literal(df).text}` : ''
  return `noise(seed=${seed}, scale=${literal(scale).text}${tails})`
}
