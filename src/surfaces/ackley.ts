import { defineSurface } from './surface'

export default defineSurface({
  name: 'ackley',
  title: 'Ackley',
  formula: '-20*exp(-0.2*sqrt(0.5*(x^2+y^2)))-exp(0.5*(cos(2*pi*x)+cos(2*pi*y)))+e+20',
  domain: { x: [-2.3, 2.3], y: [-2.3, 2.3] },
  heightScale: 'linear',
  start: [-1.7, 1.3],
  idea: 'A funnel under an egg box: from afar the way is clear, close up it is not.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
