import type { Wrapper } from '../wrapper'
import lookahead from './lookahead'
import sam from './sam'

/** Every wrapper, by the name that scenes write. */
export const wrappers: ReadonlyMap<string, Wrapper> = new Map([lookahead, sam].map((entry) => [entry.name, entry]))
