import {
  AlwaysDepth,
  BufferAttribute,
  BufferGeometry,
  Camera,
  Mesh,
  Scene,
  ShaderMaterial,
  type Texture,
  type WebGLRenderer,
} from 'three'

/** Copies a picture, with or without depths, over the whole of what is being drawn into. */
export class Painter {
  readonly #scene = new Scene()
  readonly #geometry = new BufferGeometry()
  readonly #material = new ShaderMaterial({
    name: 'painter',
    uniforms: { uPicture: { value: null }, uDepth: { value: null }, uOpacity: { value: 1 } },
    vertexShader: /* glsl */ `
      varying vec2 vUv;
      void main() {
        vUv = position.xy * 0.5 + 0.5;
        gl_Position = vec4(position.xy, 0.0, 1.0);
      }
    `,
    fragmentShader: /* glsl */ `
      uniform sampler2D uPicture;
      uniform highp sampler2D uDepth;
      uniform float uOpacity;
      varying vec2 vUv;
      void main() {
        gl_FragColor = vec4(texture(uPicture, vUv).rgb, uOpacity);
        gl_FragDepth = texture(uDepth, vUv).r;
      }
    `,
    transparent: true,
    depthFunc: AlwaysDepth,
  })
  readonly #camera = new Camera()

  constructor() {
    // One triangle that covers the square.
    this.#geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3))
    const mesh = new Mesh(this.#geometry, this.#material)
    mesh.frustumCulled = false
    this.#scene.add(mesh)
  }

  /** Has the shader compiled, and does not wait for it. */
  compile(renderer: WebGLRenderer): void {
    renderer.compile(this.#scene, this.#camera)
  }

  paint(renderer: WebGLRenderer, picture: Texture, depth: Texture | null, opacity: number): void {
    const { uniforms } = this.#material
    uniforms.uPicture!.value = picture
    uniforms.uDepth!.value = depth
    uniforms.uOpacity!.value = opacity
    this.#material.depthWrite = depth !== null
    renderer.render(this.#scene, this.#camera)
  }

  dispose(): void {
    this.#geometry.dispose()
    this.#material.dispose()
  }
}
