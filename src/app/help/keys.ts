/** The keys of the page, for its help. Each line: keys, and what they do. */
type KeyLine = readonly [keys: readonly string[], does: string]

export const timeKeys: readonly KeyLine[] = [
  [['Space'], 'play, pause'],
  [['←', '→'], 'a step back, a step on'],
  [['Home', 'End'], 'to the start, to the end'],
  [['R'], 'again from the start'],
]

export const groundKeys: readonly KeyLine[] = [
  [['←', '→', '↑', '↓'], 'turn the view'],
  [['Shift', 'arrows'], 'move the cross-hair over the ground'],
  [['+', '−'], 'come nearer, go away'],
  [['0'], 'back to the first view'],
  [['Enter'], 'release a climber at the cross-hair'],
]

export const pageKeys: readonly KeyLine[] = [
  [['Ctrl', 'Z'], 'undo'],
  [['Ctrl', 'Shift', 'Z'], 'redo; Ctrl Y too'],
  [['G'], 'gallery of surfaces'],
  [['?'], 'this help'],
  [['Esc'], 'close, or take back what is being typed'],
]
