import { defineSurface } from './surface'

export default defineSurface({
  name: 'cross-in-tray',
  title: 'Cross in tray',
  formula: '-0.0001*(abs(sin(x)*sin(y)*exp(abs(100-sqrt(x^2+y^2)/pi)))+1)^0.1',
  domain: { x: [-10, 10], y: [-10, 10] },
  heightScale: 'linear',
  start: [4, -3],
  idea: 'Smooth cells divided by sharp ridges.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
