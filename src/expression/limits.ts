/** What a formula may cost. Formulas come from strangers. */
export const limits = { characters: 2000, nodes: 500, depth: 64 } as const
