import { defineSurface } from './surface'

export default defineSurface({
  name: 'three-hump-camel',
  title: 'Three-hump camel',
  formula: '2*x^2-1.05*x^4+x^6/6+x*y+y^2',
  domain: { x: [-2.2, 2.2], y: [-2.2, 2.2] },
  heightScale: 'log',
  start: [1.9, 1.6],
  idea: 'Three valleys, of which only the middle one is the deepest.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
