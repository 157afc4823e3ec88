import { defineSurface } from './surface'

export default defineSurface({
  name: 'griewank',
  title: 'Griewank',
  formula: '1+(x^2+y^2)/4000-cos(x)*cos(y/sqrt(2))',
  domain: { x: [-10, 10], y: [-10, 10] },
  heightScale: 'linear',
  start: [-8, 6.5],
  idea: 'Waves of unit height on a bowl so wide that it looks flat.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
