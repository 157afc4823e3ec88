import { defineSurface } from './surface'

export default defineSurface({
  name: 'drop-wave',
  title: 'Drop wave',
  formula: '-(1+cos(12*sqrt(x^2+y^2)))/(0.5*(x^2+y^2)+2)',
  domain: { x: [-3, 3], y: [-3, 3] },
  heightScale: 'linear',
  start: [1.9, 1.2],
  idea: 'Rings around the one deepest point: each is a wall.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
