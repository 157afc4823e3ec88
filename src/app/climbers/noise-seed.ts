/** Seeds that are short enough to be read out. */
const SEEDS = 10_000

/** Another seed than `present`, from 1 up. `random` is uniform in [0, 1). */
export function newSeed(present: number, random: () => number): number {
  const seed = 1 + Math.floor(random() * (SEEDS - 2))
  return seed >= present ? seed + 1 : seed
}
