/** What a document may ask for. Scenes come from strangers, by link and by file. */
export const limits = {
  /** Levels of nesting in JSON; deeper text is refused before it is parsed. */
  jsonDepth: 32,
  /** Characters of a document, and bytes of an inflated link. */
  documentLength: 256 * 1024,
  /** The same where there is no page: files of many runs. */
  headlessLength: 64 * 1024 * 1024,
  /** Characters of a link's hash. */
  hashLength: 32 * 1024,
  steps: 100_000,
  /** Points that all walks of a page have together. */
  points: 5_000_000,
  /** Climbers that a page tells apart, and runs where there is no page. */
  climbers: 64,
  swarm: 100_000,
  wrappers: 4,
  cues: 256,
  controls: 64,
  parameters: 32,
  formulaLength: 2_000,
  nameLength: 80,
  titleLength: 200,
  noteLength: 500,
  descriptionLength: 4_000,
} as const
