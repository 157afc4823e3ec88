import { defineSurface } from './surface'

export default defineSurface({
  name: 'styblinski-tang',
  title: 'Styblinski-Tang',
  formula: '0.5*(x^4-16*x^2+5*x+y^4-16*y^2+5*y)',
  domain: { x: [-5, 5], y: [-5, 5] },
  heightScale: 'linear',
  start: [0.5, 1],
  idea: 'Four valleys of different depth around one summit.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
