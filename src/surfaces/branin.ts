import { defineSurface } from './surface'

export default defineSurface({
  name: 'branin',
  title: 'Branin-Hoo',
  formula: '(y-5.1/(4*pi^2)*x^2+5/pi*x-6)^2+10*(1-1/(8*pi))*cos(x)+10',
  domain: { x: [-5, 10], y: [0, 15] },
  heightScale: 'log',
  start: [2, 11],
  idea: 'Three valleys that are equally deep.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
