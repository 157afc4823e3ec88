/** Where to find what a first look does not show. */
const places: readonly (readonly [what: string, words: string])[] = [
  ['Experiments', 'below the climbers, on a phone a tab of their own, about the climber whose card is open.'],
  ['Basins', 'colour every start by where she ends from it.'],
  ['A swarm', 'releases up to 100,000 of her at once.'],
  ['A sweep', 'maps two of her hyperparameters; a press on a cell takes its values.'],
  [
    'Her equations',
    'are in her card: “Edit the equations” opens them as one text, which races as you type. “Type your own…” begins anew.',
  ],
  ['ƒ', 'beside a number makes it a formula of t, the step: a schedule. Wrappers and noise are below.'],
  [
    'Files',
    'are in the menu of scenes: save and open scenes, save a picture, export the walks as a Python script. The link carries all of a scene.',
  ],
]

export function BesideHelp() {
  return (
    <dl className="beside">
      {places.map(([what, words]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
