/** An optimizer to start from. */
interface Example {
  readonly name: string
  readonly equations: string
}

/** What somebody begins with who types an optimizer from nothing. */
export const starter: Example = {
  name: 'Mine',
  equations: `# Gradient descent, to begin with.
param lr = 0.01 from 0.0001 to 1
theta = theta - lr g
`,
}

/** What can be typed, by example: each shows something that the one before does not. */
export const examples: readonly Example[] = [
  {
    name: 'Steps of one length',
    equations: `# Only the direction counts, and steps get shorter with time.
param lr = 0.2 from 0.01 to 2
theta = theta - lr / sqrt(t) g / (norm(g) + 1e-8)
`,
  },
  {
    name: 'A careful heavy ball',
    equations: `# Momentum that is let go wherever it leads uphill.
param lr = 0.01 from 0.0001 to 0.1
param beta = 0.9 from 0 to 0.999
state v = 0
v = beta if(dot(v, g) < 0, 0, v) + g
theta = theta - lr v
`,
  },
  {
    name: 'As steep, as curved',
    equations: `# The slope over the curvature, coordinate by coordinate.
param lr = 0.5 from 0.01 to 1
param least = 1 from 0.01 to 10
theta = theta - lr g / max(|h|, least)
`,
  },
]
