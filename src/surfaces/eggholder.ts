import { defineSurface } from './surface'

export default defineSurface({
  name: 'eggholder',
  title: 'Eggholder',
  formula: '-(y+47)*sin(sqrt(abs(y+x/2+47)))-x*sin(sqrt(abs(x-(y+47))))',
  domain: { x: [-512, 512], y: [-512, 512] },
  heightScale: 'linear',
  start: [100, 150],
  idea: 'Great waves with the deepest point on the very border.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
