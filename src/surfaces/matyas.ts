import { defineSurface } from './surface'

export default defineSurface({
  name: 'matyas',
  title: 'Matyas',
  formula: '0.26*(x^2+y^2)-0.48*x*y',
  domain: { x: [-10, 10], y: [-10, 10] },
  heightScale: 'linear',
  start: [-8, -3],
  idea: 'A shallow trough along the diagonal, where plain descent crawls.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
