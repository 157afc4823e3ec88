import { defineSurface } from './surface'

export default defineSurface({
  name: 'mountain-range',
  title: 'Mountain range',
  formula:
    '1.0*exp(-((x+1.6)^2+(y-1.2)^2)/0.8)+1.4*exp(-(x-0.4)^2/0.6-(y-0.6)^2/1.1)+0.9*exp(-((x-1.9)^2+(y+0.7)^2)/0.7)+1.1*exp(-(x+0.5)^2/1.2-(y+1.5)^2/0.5)+0.6*exp(-((x+2.2)^2+(y+1.9)^2)/0.5)',
  domain: { x: [-4, 4], y: [-4, 4] },
  heightScale: 'linear',
  start: [-3, -0.2],
  idea: 'Five summits: who climbs blindly ends on the nearest, not on the highest.',
  reference: 'Five Gaussian summits, defined in this project',
})
