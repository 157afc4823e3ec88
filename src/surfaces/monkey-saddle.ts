import { defineSurface } from './surface'

export default defineSurface({
  name: 'monkey-saddle',
  title: 'Monkey saddle',
  formula: 'x^3-3*x*y^2',
  domain: { x: [-2, 2], y: [-2, 2] },
  heightScale: 'linear',
  start: [-1, 0.3],
  idea: 'Three ways down and three ways up meet, room for two legs and a tail; the Hessian there is zero.',
  reference: 'Classical',
})
