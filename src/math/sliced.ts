/**
 * Long work in slices: a generator that yields how far it has come, 0 to 1, every few milliseconds, and returns its
 * result. Whoever drives it may stop between two slices.
 */
export type Sliced<T> = Generator<number, T, void>

/** Does all of it at once. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const slice = work.next()
    if (slice.done) return slice.value
  }
}

/** `work` as the part `from`..`to` of a larger whole. */
export function* share<T>(from: number, to: number, work: Sliced<T>): Sliced<T> {
  for (;;) {
    const slice = work.next()
    if (slice.done) return slice.value
    yield from + (to - from) * slice.value
  }
}
