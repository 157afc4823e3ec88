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

/** Seconds of running before anything is recorded: caches fill, and compilers notice what is worth their best code. */
const WARM_UP = 0.2

/** Measures everybody once a round, in turn. */
export async function measureAll(name: string, rounds: number, entries: readonly (Entry | undefined)[]): Promise<Row> {
  const present = entries.filter((entry) => entry !== undefined)
  const times = new Map(present.map(([who]) => [who, [] as number[]]))
  for (const [, , steps, measure] of present) for (let spent = 0; spent < WARM_UP; ) spent += await measure(steps)
  for (let round = 0; round < rounds; round++) {
    for (const [who, lanes, steps, measure] of present) {
      times.get(who)!.push(((await measure(steps)) * 1e9) / lanes / steps)
    }
  }
  return { name, times }
}
