import { defineSurface } from './surface'

export default defineSurface({
  name: 'michalewicz',
  title: 'Michalewicz',
  formula: '-sin(x)*sin(x^2/pi)^20-sin(y)*sin(2*y^2/pi)^20',
  domain: { x: [0, Math.PI], y: [0, Math.PI] },
  heightScale: 'linear',
  start: [2.5, 2],
  idea: 'Narrow channels that cross in one deep hole; between them it is flat.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
