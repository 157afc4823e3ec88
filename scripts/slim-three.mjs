// A third of three's renderer serves what this project never draws: its own materials, shadows, environment maps, VR.
// The renderer refers to all of it, so no bundler can leave it out by itself. This plugin builds from three's sources and
// puts small stand-ins in the place of those modules: 50 KB gzipped less for everyone who opens the page.
// Every material here is a ShaderMaterial that includes no chunk; a test draws all scenes from the built page.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const three = join(dirname(createRequire(import.meta.url).resolve('three')), '..')

/** Modules below three's src, and what stands in for them. */
const standIns = {
  // Meshes are never asked what a ray hits: picking marches over the height function.
  'math/Triangle.js': 'export class Triangle {}',
  'core/Raycaster.js': `
    import { Layers } from './Layers.js'
    export class Raycaster {
      layers = new Layers()
      params = {}
      setFromCamera() {}
      intersectObject() { return [] }
      intersectObjects() { return [] }
    }`,
  // react-three-fiber makes one a canvas, and three's own says on every console that it is deprecated.
  'core/Clock.js': `
    export class Clock {
      autoStart = true
      startTime = 0
      oldTime = 0
      elapsedTime = 0
      running = false
      start() {
        this.startTime = this.oldTime = performance.now()
        this.elapsedTime = 0
        this.running = true
      }
      stop() {
        this.getElapsedTime()
        this.running = this.autoStart = false
      }
      getElapsedTime() {
        this.getDelta()
        return this.elapsedTime
      }
      getDelta() {
        if (this.autoStart && !this.running) {
          this.start()
          return 0
        }
        if (!this.running) return 0
        const now = performance.now()
        const delta = (now - this.oldTime) / 1000
        this.oldTime = now
        this.elapsedTime += delta
        return delta
      }
    }`,
  'renderers/shaders/ShaderLib.js': 'export const ShaderLib = {}',
  'renderers/shaders/ShaderChunk.js': `
    import colorspace_pars_fragment from './ShaderChunk/colorspace_pars_fragment.glsl.js'
    export const ShaderChunk = { colorspace_pars_fragment }`,
  'renderers/shaders/DFGLUTData.js': 'export const getDFGLUT = () => null',
  'renderers/webgl/WebGLEnvironments.js': `
    export function WebGLEnvironments() {
      return { get: () => null, dispose() {} }
    }`,
  // No skies: what is behind the scene is one colour.
  'renderers/webgl/WebGLBackground.js': `
    import { Color } from '../../math/Color.js'
    export function WebGLBackground(renderer, environments, state, objects, alpha, premultipliedAlpha) {
      const color = new Color(0)
      let opacity = alpha === true ? 0 : 1
      const apply = () => state.buffers.color.setClear(color.r, color.g, color.b, opacity, premultipliedAlpha)
      return {
        getClearColor: () => color,
        setClearColor(next, nextOpacity = 1) { color.set(next); opacity = nextOpacity; apply() },
        getClearAlpha: () => opacity,
        setClearAlpha(next) { opacity = next; apply() },
        render() {
          apply()
          if (renderer.autoClear) renderer.clear(renderer.autoClearColor, renderer.autoClearDepth, renderer.autoClearStencil)
        },
        addToRenderList() {},
        dispose() {},
      }
    }`,
  // No lights of three's: every shader brings its own.
  'renderers/webgl/WebGLLights.js': `
    const none = []
    const kinds = ['sun', 'directional', 'spot', 'rectArea', 'point', 'hemi', 'spotLightMap', 'spotLightMatrix']
    const shadows = ['sun', 'directional', 'spot', 'point'].flatMap((kind) => [kind + 'Shadow', kind + 'ShadowMap', kind + 'ShadowMatrix'])
    export function WebGLLights() {
      const state = { version: 0, hash: {}, ambient: none, probe: none, numSpotLightShadowsWithMaps: 0, numLightProbes: 0 }
      for (const name of [...kinds, ...shadows]) state[name] = none
      return { setup() {}, setupView() {}, state }
    }`,
  'renderers/webgl/WebGLMaterials.js': `
    export function WebGLMaterials() {
      return {
        refreshFogUniforms() {},
        refreshMaterialUniforms(uniforms, material) { material.uniformsNeedUpdate = false },
      }
    }`,
  'renderers/webgl/WebGLMorphtargets.js': `
    export function WebGLMorphtargets() {
      return { update() {} }
    }`,
  'renderers/webgl/WebGLUniformsGroups.js': `
    export function WebGLUniformsGroups() {
      return { bind() {}, update() {}, dispose() {} }
    }`,
  'renderers/webgl/WebGLOutput.js': `
    export class WebGLOutput {
      constructor() { throw new Error('only canvases of eight bits a channel are drawn to: see scripts/slim-three.mjs') }
    }`,
  'renderers/webgl/WebGLShadowMap.js': `
    export function WebGLShadowMap() {
      this.enabled = false
      this.autoUpdate = true
      this.needsUpdate = false
      this.type = 1
      this.render = () => {}
    }`,
  'renderers/webxr/WebXRManager.js': `
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
    const folder = join(three, 'src/')
    return id.startsWith(folder) ? standIns[id.slice(folder.length).replaceAll('\\', '/')] : undefined
  },
})
