/** mathjs and TensorFlow.js: what people reach for in a browser. */
import type { Case } from './cases'

// The packages are installed by run.mjs, not with the project, so what is used of them is declared here.
interface Compiled {
  evaluate(scope: { x: number; y: number }): number
}
export interface Mathjs {
  parse(text: string): object
  compile(text: string): Compiled
  derivative(node: object, variable: string): object
}

interface Tensor {
  add(other: Tensor | number): Tensor
  sub(other: Tensor | number): Tensor
  mul(other: Tensor | number): Tensor
  div(other: Tensor | number): Tensor
  sum(): Tensor
  dataSync(): ArrayLike<number>
  dispose(): void
}
interface Rule {
  minimize(loss: () => Tensor, returnCost: boolean, variables: readonly Tensor[]): unknown
  dispose(): void
}
export interface TensorFlow {
  /** False where there is no such backend. */
  setBackend(name: string): Promise<boolean>
  findBackendFactory(name: string): unknown
  variable(initial: Tensor): Tensor
  tensor1d(values: Float32Array): Tensor
  square(x: Tensor): Tensor
  sqrt(x: Tensor): Tensor
  exp(x: Tensor): Tensor
  cos(x: Tensor): Tensor
  sub(a: number, b: Tensor): Tensor
  readonly train: {
    sgd(lr: number): Rule
    momentum(lr: number, momentum: number): Rule
    adam(lr: number): Rule
  }
}

/** mathjs: the formula and its symbolic derivatives compiled once, the step written out. Seconds for all climbers. */
export function mathjsWalk({ compile, derivative, parse }: Mathjs, { surface, optimizer, lr }: Case) {
  const node = parse(surface.spec.formula)
  const fx = compile(derivative(node, 'x').toString())
  const fy = compile(derivative(node, 'y').toString())
  return (xs: Float64Array, ys: Float64Array, steps: number): number => {
    const before = performance.now()
    for (let i = 0; i < xs.length; i++) {
      const theta = { x: xs[i]!, y: ys[i]! }
      const m = { x: 0, y: 0 }
      const v = { x: 0, y: 0 }
      for (let t = 1; t <= steps; t++) {
        const g = { x: fx.evaluate(theta), y: fy.evaluate(theta) }
        for (const axis of ['x', 'y'] as const) {
          if (optimizer === 'adam') {
            m[axis] = 0.9 * m[axis] + 0.1 * g[axis]
            v[axis] = 0.999 * v[axis] + 0.001 * g[axis] ** 2
            const mHat = m[axis] / (1 - 0.9 ** t)
            theta[axis] -= (lr * mHat) / (Math.sqrt(v[axis] / (1 - 0.999 ** t)) + 1e-8)
          } else {
            m[axis] = optimizer === 'momentum' && t > 1 ? 0.9 * m[axis] + g[axis] : g[axis]
            theta[axis] -= lr * m[axis]
          }
        }
      }
    }
    return (performance.now() - before) / 1e3
  }
}

export function mathjsGrid({ compile }: Mathjs, { surface }: Case) {
  const f = compile(surface.spec.formula)
  return (xs: Float64Array): number => {
    const before = performance.now()
    for (const y of xs) for (const x of xs) f.evaluate({ x, y })
    return (performance.now() - before) / 1e3
  }
}

/** TensorFlow.js: float32 (it has no float64), gradients by its tape, its own optimizers. */
export function tensorflowWalk(tf: TensorFlow, name: string, { optimizer, lr }: Case) {
  const formulas: Record<string, (x: Tensor, y: Tensor) => Tensor> = {
    'Rosenbrock valley': (x, y) => tf.square(tf.sub(1, x)).add(tf.square(y.sub(tf.square(x))).mul(100)),
    Himmelblau: (x, y) => tf.square(tf.square(x).add(y).sub(11)).add(tf.square(x.add(tf.square(y)).sub(7))),
    Rastrigin: (x, y) => {
      const one = (a: Tensor) => tf.square(a).sub(tf.cos(a.mul(2 * Math.PI)).mul(10))
      return one(x).add(one(y)).add(20)
    },
    Ackley: (x, y) => {
      const near = tf.exp(tf.sqrt(tf.square(x).add(tf.square(y)).mul(0.5)).mul(-0.2)).mul(-20)
      const wave = tf.exp(
        tf
          .cos(x.mul(2 * Math.PI))
          .add(tf.cos(y.mul(2 * Math.PI)))
          .mul(0.5),
      )
      return near.sub(wave).add(20 + Math.E)
    },
    'Three Gaussians': (x, y) => {
      const hill = (a: number, cx: number, cy: number, s: number) =>
        tf
          .exp(
            tf
              .square(x.sub(cx))
              .add(tf.square(y.sub(cy)))
              .div(-s),
          )
          .mul(-a)
      return hill(1.2, 1, 0.5, 0.8)
        .add(hill(1, -1.2, -0.3, 1.1))
        .add(hill(0.7, 0.2, -1.4, 0.5))
    },
  }
  const formula = formulas[name]!
  return (xs: Float64Array, ys: Float64Array, steps: number): number => {
    const before = performance.now()
    const x = tf.variable(tf.tensor1d(Float32Array.from(xs)))
    const y = tf.variable(tf.tensor1d(Float32Array.from(ys)))
    const make = {
      sgd: () => tf.train.sgd(lr),
      momentum: () => tf.train.momentum(lr, 0.9),
      adam: () => tf.train.adam(lr),
    }
    const rule = make[optimizer]()
    for (let t = 0; t < steps; t++) rule.minimize(() => formula(x, y).sum(), false, [x, y])
    x.dataSync()
    rule.dispose()
    x.dispose()
    y.dispose()
    return (performance.now() - before) / 1e3
  }
}
