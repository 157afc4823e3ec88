// A third of three's renderer serves what this project never draws: its own materials, shadows, environment maps, VR.
// The renderer refers to all of it, so no bundler can leave it out by itself. This plugin builds from three's sources and
// puts small stand-ins in the place of those modules: 40 KB gzipped less for everyone who opens the page.
// Every material here is a ShaderMaterial that includes no chunk; a test draws all scenes from the built page.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const three = join(dirname(createRequire(import.meta.url).resolve('three')), '..')

/** Modules below three's src/renderers, and what stands in for them. */
const standIns = {
  'shaders/ShaderLib.js': 'export const ShaderLib = {}',
  'shaders/ShaderChunk.js': `
    import colorspace_pars_fragment from './ShaderChunk/colorspace_pars_fragment.glsl.js'
    export const ShaderChunk = { colorspace_pars_fragment }`,
  'shaders/DFGLUTData.js': 'export const getDFGLUT = () => null',
  'webgl/WebGLEnvironments.js': `
    export function WebGLEnvironments() {
      return { get: () => null, dispose() {} }
    }`,
  'webgl/WebGLShadowMap.js': `
    export function WebGLShadowMap() {
      this.enabled = false
      this.autoUpdate = true
      this.needsUpdate = false
      this.type = 1
      this.render = () => {}
    }`,
  'webxr/WebXRManager.js': `
    import { EventDispatcher } from '../../core/EventDispatcher.js'
    export class WebXRManager extends EventDispatcher {
      enabled = false
      isPresenting = false
      cameraAutoUpdate = true
      setAnimationLoop() {}
      getSession() { return null }
      getEnvironmentBlendMode() { return 'opaque' }
      hasDepthSensing() { return false }
      dispose() {}
    }`,
}

export const slimThree = () => ({
  name: 'slim-three',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'three' ? join(three, 'src/Three.js') : undefined),
  load(id) {
    const folder = join(three, 'src/renderers/')
    return id.startsWith(folder) ? standIns[id.slice(folder.length).replaceAll('\\', '/')] : undefined
  },
})
