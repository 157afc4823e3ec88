import { defineSurface } from './surface'

export default defineSurface({
  name: 'mexican-hat',
  title: 'Mexican hat',
  formula: '(x^2+y^2-1)^2',
  domain: { x: [-2, 2], y: [-2, 2] },
  heightScale: 'linear',
  start: [0.02, 0.01],
  idea: 'A summit inside a round valley: every point of the ring is a minimum.',
  reference: 'Elementary',
})
