/** Parameters and counters of a walk module's function, by index. */
export const local = {
  /** Parameters: the byte where climbers end, steps to take, steps taken before, the row from which on all are the same. */
  ...{ end: 0, steps: 1, taken: 2, settled: 3 },
  /** Counters: bytes where the group begins and ends, byte of the vector, step, its row in bytes, two flags. */
  ...{ position: 4, groupEnd: 5, vector: 6, step: 7, row: 8, moving: 9, marked: 10 },
} as const

export const PARAMETERS = 4
export const COUNTERS = 7
