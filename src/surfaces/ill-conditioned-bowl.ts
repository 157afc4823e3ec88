import { defineSurface } from './surface'

export default defineSurface({
  name: 'ill-conditioned-bowl',
  title: 'Ill-conditioned bowl',
  formula: '0.5*(x^2+100*y^2)',
  domain: { x: [-10, 10], y: [-2, 2] },
  heightScale: 'linear',
  start: [-9, 1.5],
  idea: 'A hundred times steeper across than along: the largest safe step across is tiny along.',
  reference: 'Elementary; condition number 100',
})
