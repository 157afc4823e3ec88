import { defineSurface } from './surface'

export default defineSurface({
  name: 'quartic-bowl',
  title: 'Quartic bowl',
  formula: 'x^4+y^4',
  domain: { x: [-2, 2], y: [-2, 2] },
  heightScale: 'linear',
  start: [-1.7, 1.4],
  idea: 'Its bottom is so flat that the slope fades long before the climber arrives.',
  reference: 'Elementary',
})
