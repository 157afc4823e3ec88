import { defineSurface } from './surface'

export default defineSurface({
  name: 'rosenbrock',
  title: 'Rosenbrock valley',
  formula: '(1-x)^2+100*(y-x^2)^2',
  domain: { x: [-2, 2], y: [-1, 3] },
  heightScale: 'log',
  start: [-1.2, 2],
  idea: 'Into the curved valley at once, along its flat floor for ever.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
