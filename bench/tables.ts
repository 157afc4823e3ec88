export const GRID = 513

/** Runs once and returns seconds. */
export type Measure = (steps: number) => Promise<number>

/** Who, how many lanes, how many steps of each. */
export type Entry = readonly [name: string, lanes: number, steps: number, measure: Measure]

export interface Row {
  readonly name: string
  /** Nanoseconds a lane and step, of every round, by competitor. */
  readonly times: ReadonlyMap<string, readonly number[]>
}

export interface Table {
  readonly title: string
  readonly unit: string
  readonly rows: Row[]
}

/** Measures everybody once a round. One round more comes first, unrecorded: caches fill and compilers notice. */
export async function measureAll(name: string, rounds: number, entries: readonly (Entry | undefined)[]): Promise<Row> {
  const present = entries.filter((entry) => entry !== undefined)
  const times = new Map(present.map(([who]) => [who, [] as number[]]))
  for (let round = -1; round < rounds; round++) {
    for (const [who, lanes, steps, measure] of present) {
      const seconds = await measure(steps)
      if (round >= 0) times.get(who)!.push((seconds * 1e9) / lanes / steps)
    }
  }
  return { name, times }
}
