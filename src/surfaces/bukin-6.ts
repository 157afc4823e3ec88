import { defineSurface } from './surface'

export default defineSurface({
  name: 'bukin-6',
  title: 'Bukin N. 6',
  formula: '100*sqrt(abs(y-0.01*x^2))+0.01*abs(x+10)',
  domain: { x: [-15, -5], y: [-3, 3] },
  heightScale: 'linear',
  start: [-13, 2],
  idea: 'A knife-edge valley: its floor is a kink, where no slope exists.',
  reference: 'Surjanovic & Bingham, Virtual Library of Simulation Experiments',
})
