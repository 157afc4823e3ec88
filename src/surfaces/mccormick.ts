import { defineSurface } from './surface'

export default defineSurface({
  name: 'mccormick',
  title: 'McCormick',
  formula: 'sin(x+y)+(x-y)^2-1.5*x+2.5*y+1',
  domain: { x: [-1.5, 4], y: [-3, 4] },
  heightScale: 'linear',
  start: [3, 3.5],
  idea: 'A wavy slope with a second valley beside the true one.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
