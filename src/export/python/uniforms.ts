import { piece } from './piece'

/** The simulator's generator (math/random.ts), bit for bit. */
export default piece({
  name: 'uniforms',
  code: `def uniforms(seed):
    """The simulator's random numbers in [0, 1): sfc32, filled by splitmix32."""
    mask = 0xFFFFFFFF
    state = seed & mask

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

    for _ in range(12):  # the first outputs still show the seed
        draw()
    while True:
        yield ((draw() >> 5) * 2**26 + (draw() >> 6)) / 2**53`,
})
