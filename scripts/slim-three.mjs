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
  // The textures here: heights, slopes and pictures.
  'renderers/webgl/WebGLUtils.js': `
    import * as three from '../../constants.js'
    export function WebGLUtils(gl) {
      const names = new Map([
        [three.UnsignedByteType, gl.UNSIGNED_BYTE],
        [three.UnsignedShortType, gl.UNSIGNED_SHORT],
        [three.UnsignedIntType, gl.UNSIGNED_INT],
        [three.UnsignedInt248Type, gl.UNSIGNED_INT_24_8],
        [three.FloatType, gl.FLOAT],
        [three.HalfFloatType, gl.HALF_FLOAT],
        [three.RedFormat, gl.RED],
        [three.RGFormat, gl.RG],
        [three.RGBAFormat, gl.RGBA],
        [three.DepthFormat, gl.DEPTH_COMPONENT],
        [three.DepthStencilFormat, gl.DEPTH_STENCIL],
      ])
      return {
        convert(name) {
          if (!names.has(name)) throw new Error('no texture is of type ' + name + ': see scripts/slim-three.mjs')
          return names.get(name)
        },
      }
    }`,
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

/** Methods that nothing here calls: scenes are never written as JSON, geometry is never computed, no target is read back. */
const uncalled = {
  'core/BufferAttribute.js': ['toJSON'],
  'core/BufferGeometry.js': ['toJSON', 'computeTangents', 'computeVertexNormals', 'normalizeNormals', 'toNonIndexed'],
  'core/Object3D.js': ['toJSON'],
  'materials/Material.js': ['toJSON', 'fromJSON'],
  'materials/ShaderMaterial.js': ['toJSON', 'fromJSON'],
  'objects/Mesh.js': ['raycast'],
  'objects/Points.js': ['raycast'],
  'renderers/WebGLRenderer.js': [
    'compileAsync',
    'readRenderTargetPixels',
    'readRenderTargetPixelsAsync',
    'copyFramebufferToTexture',
    'copyTextureToTexture',
  ],
  'textures/Texture.js': ['toJSON'],
  'textures/TextureSource.js': ['toJSON'],
}

/** Three's sources are indented without exception: a method ends at the first brace that stands as far in as it began. */
function withoutMethods(file, code) {
  let slim = code
  for (const name of uncalled[file] ?? []) {
    const method = new RegExp(
      `^(\\t+)(?:this\\.${name} = (?:async )?function|${name}\\() ?[^;]*?\\{$[^]*?^\\1\\};?$`,
      'm',
    )
    const rest = slim.replace(method, '')
    if (rest === slim) throw new Error(`three's ${file} has no ${name} any more: see scripts/slim-three.mjs`)
    slim = rest
  }
  return slim
}

export const slimThree = () => ({
  name: 'slim-three',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'three' ? join(three, 'src/Three.js') : undefined),
  load: (id) => standIns[fileOf(id)],
  transform(code, id) {
    const file = fileOf(id)
    return file in uncalled ? { code: withoutMethods(file, code), map: null } : undefined
  },
})

const source = join(three, 'src/')
const fileOf = (id) => (id.startsWith(source) ? id.slice(source.length).replaceAll('\\', '/') : '')
