import { defineSurface } from './surface'

export default defineSurface({
  name: 'levy-13',
  title: 'Levy N. 13',
  formula: 'sin(3*pi*x)^2+(x-1)^2*(1+sin(3*pi*y)^2)+(y-1)^2*(1+sin(2*pi*y)^2)',
  domain: { x: [-2, 4], y: [-2, 4] },
  heightScale: 'linear',
  start: [3.2, -1.1],
  idea: 'Ripples on a bowl, finer along one axis than along the other.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
