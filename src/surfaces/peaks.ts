import { defineSurface } from './surface'

export default defineSurface({
  name: 'peaks',
  title: 'Peaks',
  formula: '3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-1/3*exp(-(x+1)^2-y^2)',
  domain: { x: [-3, 3], y: [-3, 3] },
  heightScale: 'linear',
  start: [0.2, 1.1],
  idea: 'Three summits and three hollows, known to everyone who has opened MATLAB.',
  reference: 'MATLAB, peaks',
})
