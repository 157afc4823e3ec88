import { defineSurface } from './surface'

export default defineSurface({
  name: 'bohachevsky-1',
  title: 'Bohachevsky N. 1',
  formula: 'x^2+2*y^2-0.3*cos(3*pi*x)-0.4*cos(4*pi*y)+0.7',
  domain: { x: [-2, 2], y: [-2, 2] },
  heightScale: 'linear',
  start: [-1.6, 1.5],
  idea: 'A bowl with a regular pattern of dimples.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
