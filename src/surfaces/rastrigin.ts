import { defineSurface } from './surface'

export default defineSurface({
  name: 'rastrigin',
  title: 'Rastrigin',
  formula: '20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)',
  domain: { x: [-5.12, 5.12], y: [-5.12, 5.12] },
  heightScale: 'linear',
  start: [3.3, -2.2],
  idea: 'A hundred and twenty-one valleys, one of them deepest.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
