import { piece } from './piece'

/** The simulator's stream of noise (simulation/noise.ts), bit for bit but for `log` and `cos`. */
export default piece({
  name: 'noise',
  code: `def noise(seed, scale, df=None):
    """The noise that the simulator adds to each slope, for both coordinates: Gaussian,
    or Student's t with df degrees of freedom."""
    random = uniforms(seed ^ 0x6E6F6973)  # a stream of its own

    def one():
        u, angle = 1 - next(random), 2 * math.pi * next(random)
        if df is None:  # Box & Muller 1958
            return scale * math.sqrt(-2 * math.log(u)) * math.cos(angle)
        # Bailey 1994
        return scale * math.sqrt(df * (np.power(u, -2 / df) - 1)) * math.cos(angle)

    while True:
        yield np.array([one(), one()])`,
})
