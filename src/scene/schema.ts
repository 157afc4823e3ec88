import * as z from 'zod/mini'
import { defaultInterval } from './defaults'
import { limits } from './limits'

// Zod would otherwise probe whether it may compile code, which a strict content security policy reports as a violation.
z.config({ jitless: true })

const text = (max: number, description: string) => {
  const error = `must be a text of at most ${max} characters`
  return z.string({ error }).check(z.maxLength(max, error), z.describe(description))
}

const number = (low: number, high: number, description: string) => {
  const error = `must be a number from ${low} to ${high}`
  return z.number({ error }).check(z.minimum(low, error), z.maximum(high, error), z.describe(description))
}

const whole = (low: number, high: number, description: string) => {
  const error = `must be a whole number from ${low} to ${high}`
  return z.int({ error }).check(z.minimum(low, error), z.maximum(high, error), z.describe(description))
}

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, description: string) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` }).check(z.describe(description))

const flag = (description: string) => z.boolean({ error: 'must be true or false' }).check(z.describe(description))

const list = <T extends z.core.SomeType>(item: T, max: number, description: string) =>
  z.array(item, { error: 'must be a list' }).check(z.maxLength(max), z.describe(description))

/** Two finite numbers, refused together. */
const pair = (error: string) => z.tuple([z.number({ error }), z.number({ error })], { error })

const finite = z.number({ error: 'must be a finite number' })
const identifier = z
  .string()
  .check(
    z.regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'must be a letter, then letters, digits or _'),
    z.maxLength(limits.nameLength),
  )

const interval = (axis: string) => {
  const error = 'must be [low, high], two finite numbers with low < high'
  return pair(error).check(
    z.refine(([low, high]) => low < high && Number.isFinite(high - low), error),
    z.describe(`The interval of ${axis} that is drawn and searched. It does not confine the climbers.`),
  )
}

const domain = z
  .strictObject(
    {
      x: z._default(interval('x'), [...defaultInterval]),
      y: z._default(interval('y'), [...defaultInterval]),
    },
    { error: 'must be { "x": [low, high], "y": [low, high] }' },
  )
  .check(z.describe('The rectangle that is drawn and searched.'))

const parameterName = identifier.check(
  z.refine((name) => name !== 'x' && name !== 'y', 'is a variable of every surface: give the parameter another name'),
)

const parameters = z.record(parameterName, finite, { error: 'must be an object of numbers, { "a": 1 }' }).check(
  z.refine((values) => Object.keys(values).length <= limits.parameters, `must be at most ${limits.parameters}`),
  z.describe('Values of the named parameters in the formula; each has a slider.'),
)

const typedSurface = z
  .strictObject(
    {
      formula: text(limits.formulaLength, 'A formula of x, y and the parameters: "x^2 - a y^2".'),
      title: z.optional(text(limits.titleLength, 'What the surface is called.')),
      domain: z.optional(domain),
      parameters: z.optional(parameters),
      heightScale: z.optional(oneOf(['linear', 'log'], 'How height is drawn; climbers always feel the true loss.')),
    },
    { error: 'must be a name or { "formula": … }' },
  )
  .check(z.describe('A typed surface.'))

const surface = z
  .union([text(limits.nameLength, 'The name of a surface of the gallery.'), typedSurface], {
    error: 'must be the name of a surface, or { "formula": "…" }',
  })
  .check(z.describe('What the climbers walk on.'))

const hyperparameters = z
  .record(
    identifier,
    z.union([finite, z.boolean(), z.string().check(z.maxLength(limits.formulaLength))], {
      error: "must be a number, true or false, or a text; PyTorch's tuples are split: betas is beta1, beta2",
    }),
    { error: 'must be an object, { "lr": 0.01 }' },
  )
  .check(
    z.describe(
      'Under PyTorch\'s names; what is left out takes PyTorch\'s default. Tuples are split: beta1, beta2. A text in the place of a number is a formula of t, the step from 1, and T, their number: "0.1 * 0.99^t".',
    ),
  )

const optimizerError = 'must be the name of an optimizer, "SGD" or "Adam", or { "name": "Mine", "equations": "…" }'

const typedOptimizer = z
  .strictObject(
    {
      name: text(limits.nameLength, 'What it is called.'),
      equations: text(
        limits.formulaLength,
        'Lines: "param lr = 0.1 from 0.001 to 1", "state m = 0", and equations "m = 0.9 m + g", "theta = theta - lr m".',
      ),
    },
    { error: optimizerError },
  )
  .check(z.describe('A typed optimizer.'))

const namedOptimizer = z
  .string({ error: optimizerError })
  .check(z.maxLength(limits.nameLength, optimizerError), z.describe('The name of an optimizer: "SGD", "Adam".'))

const noise = z
  .strictObject(
    {
      kind: oneOf(['gaussian', 'student-t'], 'The distribution of the noise in each coordinate.'),
      scale: number(0, 1e12, 'Its standard deviation (of student-t: a factor), in units of the slope.'),
      df: z.optional(
        number(0.5, 1000, 'Degrees of freedom of student-t: the fewer, the heavier its tails; 3 by default.'),
      ),
    },
    { error: 'must be { "kind": "gaussian", "scale": 0.5 }' },
  )
  .check(z.describe('What the climber feels is the true slope and this noise; the same seed gives the same noise.'))

const run = z
  .strictObject(
    {
      optimizer: z
        .union([namedOptimizer, typedOptimizer], { error: optimizerError })
        .check(z.describe('How she walks: an optimizer by name, or typed.')),
      wrappers: z.optional(
        list(
          text(limits.nameLength, 'The name of a wrapper: "Lookahead", "SAM".'),
          limits.wrappers,
          'Wrapped around the optimizer, the first innermost; their hyperparameters bear their names: "lookahead_k".',
        ),
      ),
      start: z.optional(
        pair('must be [x, y], two finite numbers').check(
          z.describe("Where she starts; the surface's own start when left out."),
        ),
      ),
      hyperparameters: z._default(hyperparameters, {}),
      maximize: z._default(flag('True: she climbs (gradient ascent).'), false),
      noise: z.optional(noise),
      seed: z.optional(
        whole(0, 2 ** 32 - 1, "Added to the scene's: climbers with different ones feel different noise."),
      ),
      name: z.optional(text(limits.nameLength, "Shown instead of the optimizer's name.")),
    },
    { error: 'must be a run, { "optimizer": "Adam", "start": [x, y] }' },
  )
  .check(z.describe('One climber.'))

const camera = z
  .union(
    [
      z.enum(['isometric', 'top', 'low']),
      z.strictObject({
        azimuth: finite.check(z.describe('Degrees around the vertical.')),
        elevation: number(-90, 90, 'Degrees above the ground.'),
        zoom: number(0.05, 100, '1 fits the landscape into the view.'),
      }),
    ],
    { error: 'must be isometric, top, low or { "azimuth", "elevation", "zoom" }' },
  )
  .check(z.describe('A named camera, or a direction.'))

const layer = oneOf(['contours', 'critical-points', 'gradient', 'basins'], 'Something drawn over the ground.')

const view = z
  .strictObject(
    {
      mode: z._default(oneOf(['landscape', 'map', 'both'], '3-D landscape, 2-D map, or both.'), 'landscape'),
      camera: z._default(camera, 'isometric'),
      layers: z._default(list(layer, 16, 'What is drawn over the ground.'), ['contours', 'critical-points']),
      theme: z._default(oneOf(['auto', 'light', 'dark'], 'auto follows the reader’s system.'), 'auto'),
      tries: z._default(flag('False: what optimizers try on their way, and their averages, are not drawn.'), true),
    },
    { error: 'must be an object, { "mode": "landscape" }' },
  )
  .check(z.describe('How the scene is shown.'))

const cue = z
  .strictObject(
    {
      step: whole(0, limits.steps, 'The step at which the note appears.'),
      note: text(limits.noteLength, 'One sentence.'),
    },
    { error: 'must be { "step": 40, "note": "…" }' },
  )
  .check(z.describe('A remark shown when playback passes the step.'))

const control = text(limits.nameLength, 'The name of a control to show.')

const documentOf = (climbers: number) =>
  z.strictObject(
    {
      $schema: z.optional(
        z.string({ error: 'must be a text' }).check(z.describe('Where this schema lies, for editors.')),
      ),
      version: z.literal(1, { error: 'must be 1' }).check(z.describe('The version of the format.')),
      title: z._default(text(limits.titleLength, 'What the scene is called.'), ''),
      description: z._default(text(limits.descriptionLength, 'What there is to see, for the reader.'), ''),
      surface,
      runs: z._default(list(run, climbers, 'The climbers, in the order in which they are listed.'), []),
      steps: z._default(whole(1, limits.steps, 'How many optimizer steps every run takes.'), 200),
      seed: z._default(whole(0, 2 ** 32 - 1, 'The seed of everything random.'), 0),
      view: z._default(view, {
        mode: 'landscape',
        camera: 'isometric',
        layers: ['contours', 'critical-points'],
        theme: 'auto',
        tries: true,
      }),
      controls: z.optional(list(control, limits.controls, 'Controls to show; all when left out.')),
      cues: z._default(list(cue, limits.cues, 'Remarks, by step.'), []),
    },
    { error: 'must be an object, { "version": 1, "surface": "himmelblau", "runs": [] }' },
  )

/** The scene document, version 1: inputs and a seed, never results. Descriptions are published in `scenes/scene.schema.json`. */
export const sceneSchema = documentOf(limits.climbers)

/** The same for computations without a page, where climbers need no colours of their own. */
export const headlessSchema = documentOf(limits.swarm)
