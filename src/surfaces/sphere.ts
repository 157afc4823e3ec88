import { defineSurface } from './surface'

export default defineSurface({
  name: 'sphere',
  title: 'Round bowl',
  formula: 'x^2+y^2',
  domain: { x: [-5.12, 5.12], y: [-5.12, 5.12] },
  heightScale: 'linear',
  start: [-4, 3],
  idea: 'The easiest ground: every way down leads straight to the bottom.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
