import { defineSurface } from './surface'

export default defineSurface({
  name: 'fold',
  title: 'Fold',
  formula: 'x^2+y^3',
  domain: { x: [-2, 2], y: [-2, 2] },
  heightScale: 'linear',
  start: [1.2, 1.6],
  idea: 'Level ground that is neither minimum nor saddle: a shelf on the way down.',
  reference: 'Elementary',
})
