import type { RunSpec } from '../../simulation/trajectory'

/** What stands around the equations of a run, in a sentence each. */
export function notesOn({ wrappers = [], noise, maximize }: RunSpec): readonly string[] {
  return [
    ...(maximize ? ['She climbs: the slope that she feels is turned upside down.'] : []),
    ...(noise === undefined
      ? []
      : ['The slope that she feels is noisy; the noise is drawn from the seed of the scene.']),
    ...wrappers.map(
      (name) => notes.get(name) ?? `${name} stands around these equations, and its lines are among them.`,
    ),
  ]
}

const notes: ReadonlyMap<string, string> = new Map([
  ['SAM', 'SAM: she reaches out to probe, and g is the slope that she feels there.'],
  [
    'Lookahead',
    'Lookahead: every lookahead_k steps the slow climber comes part of the way, and theta starts again from her; in between its lines have no part.',
  ],
])
