import { literal } from '../expression/print/python-code'
import { DEFAULT_DF, type NoiseSpec } from '../simulation/noise'

/** The simulator's stream of noise (simulation/noise.ts, math/random.ts), bit for bit but for `log` and `cos`. */
export const noiseFunction = `def noise(seed, scale, df=None):
    """The noise that the simulator adds to each slope, for both coordinates: Gaussian, or
    Student's t with df degrees of freedom. sfc32, its state filled by splitmix32."""
    mask = 0xFFFFFFFF
    state = (seed ^ 0x6E6F6973) & mask

    def fill():
        nonlocal state
        state = (state + 0x9E3779B9) & mask
        z = ((state ^ state >> 16) * 0x21F0AAAD) & mask
        z = ((z ^ z >> 15) * 0x735A2D97) & mask
        return z ^ z >> 15

    a, b, c, counter = fill(), fill(), fill(), 1

    def draw():
        nonlocal a, b, c, counter
        total = (a + b + counter) & mask
        counter += 1
        a, b = b ^ b >> 9, (c + (c << 3)) & mask
        c = (((c << 21) | (c >> 11)) + total) & mask
        return total

    def uniform():
        return ((draw() >> 5) * 2**26 + (draw() >> 6)) / 2**53

    def one():
        u, angle = 1 - uniform(), 2 * math.pi * uniform()
        if df is None:  # Box & Muller 1958
            return scale * math.sqrt(-2 * math.log(u)) * math.cos(angle)
        # Bailey 1994
        return scale * math.sqrt(df * (np.power(u, -2 / df) - 1)) * math.cos(angle)

    for _ in range(12):  # the first outputs still show the seed
        draw()
    while True:
        yield np.array([one(), one()])`

/** A call of it. */
export function noiseCall({ kind, scale, df = DEFAULT_DF }: NoiseSpec, seed: number): string {
  const tails = kind === 'student-t' ? `, df=${literal(df).text}` : ''
  return `noise(seed=${seed}, scale=${literal(scale).text}${tails})`
}
