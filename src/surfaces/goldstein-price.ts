import { defineSurface } from './surface'

export default defineSurface({
  name: 'goldstein-price',
  title: 'Goldstein-Price',
  formula: '(1+(x+y+1)^2*(19-14*x+3*x^2-14*y+6*x*y+3*y^2))*(30+(2*x-3*y)^2*(18-32*x+12*x^2+48*y-36*x*y+27*y^2))',
  domain: { x: [-2, 2], y: [-2, 2] },
  heightScale: 'log',
  start: [-1.5, 1.2],
  idea: 'Six orders of magnitude within two units: only a logarithm shows its valleys.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
