import { defineSurface } from './surface'

export default defineSurface({
  name: 'six-hump-camel',
  title: 'Six-hump camel',
  formula: '(4-2.1*x^2+x^4/3)*x^2+x*y+(-4+4*y^2)*y^2',
  domain: { x: [-2, 2], y: [-1.2, 1.2] },
  heightScale: 'linear',
  start: [-0.6, -1.1],
  idea: 'Six valleys in pairs, two of them the deepest.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
