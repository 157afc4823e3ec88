/** What a formula may cost. Formulas come from strangers. */
export const limits = {
  characters: 2000,
  nodes: 500,
  depth: 64,
  /**
   * Characters that `printText` makes of such a formula at most: 1/3 is printed to its last digit, xy as x*y. Of 500
   * operations each writes itself once, in at most 40 characters with a name of its own, and reads at most three others,
   * which are names or no longer than two calls, 22 characters.
   */
  printed: 500 * (40 + 3 * 22),
} as const
