/**
 * The optimizers that PyTorch's trajectories do not cover, written once more in plain numbers, in the order of operations
 * and under the names of the libraries' own sources, to be compared with what the equations do.
 */

/** Everything that a step may know. Arrays have one entry a coordinate; `theta` is written in place. */
interface Step {
  readonly theta: number[]
  readonly grad: readonly number[]
  readonly loss: number
  /** The Hessian's diagonal. */
  readonly hess: readonly number[]
  /** From 1. */
  readonly step: number
}

type Hyper = Readonly<Record<string, number>>
/** A fresh optimizer for coordinates that start at `start`. */
export type Reference = (hyper: Hyper, start: readonly number[]) => (step: Step) => void

const zeros = ({ length }: readonly number[]) => new Array<number>(length).fill(0)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/** torch.optim.Adam, amsgrad=True. */
const AMSGrad: Reference = ({ lr, beta1, beta2, eps }, start) => {
  const exp_avg = zeros(start)
  const exp_avg_sq = zeros(start)
  const max_exp_avg_sq = zeros(start)
  return ({ theta, grad, step }) => {
    for (const [i, g] of grad.entries()) {
      exp_avg[i] = exp_avg[i]! * beta1! + (1 - beta1!) * g
      exp_avg_sq[i] = exp_avg_sq[i]! * beta2! + (1 - beta2!) * g * g
      max_exp_avg_sq[i] = Math.max(max_exp_avg_sq[i]!, exp_avg_sq[i]!)
      const denom = Math.sqrt(max_exp_avg_sq[i]!) / Math.sqrt(1 - beta2! ** step) + eps!
      theta[i]! -= (lr! / (1 - beta1! ** step)) * (exp_avg[i]! / denom)
    }
  }
}

/** qhoptim.QHM. */
const QHM: Reference = ({ lr, momentum, nu, weight_decay }, start) => {
  const momentum_buffer = zeros(start)
  return ({ theta, grad }) => {
    for (const [i, g] of grad.entries()) {
      const d_p = g + weight_decay! * theta[i]!
      momentum_buffer[i] = momentum_buffer[i]! * momentum! + (1 - momentum!) * d_p
      theta[i]! += -lr! * nu! * momentum_buffer[i]!
      theta[i]! += -lr! * (1 - nu!) * d_p
    }
  }
}

/** qhoptim.QHAdam: bias correction by growing weights. */
const QHAdam: Reference = ({ lr, beta1, beta2, nu1, nu2, eps, weight_decay }, start) => {
  const exp_avg = zeros(start)
  const exp_avg_sq = zeros(start)
  let beta1_weight = 0
  let beta2_weight = 0
  return ({ theta, grad }) => {
    beta1_weight = 1 + beta1! * beta1_weight
    beta2_weight = 1 + beta2! * beta2_weight
    const beta1_adj = 1 - 1 / beta1_weight
    const beta2_adj = 1 - 1 / beta2_weight
    for (const [i, g] of grad.entries()) {
      const d_p = g + weight_decay! * theta[i]!
      exp_avg[i] = exp_avg[i]! * beta1_adj + (1 - beta1_adj) * d_p
      exp_avg_sq[i] = exp_avg_sq[i]! * beta2_adj + (1 - beta2_adj) * d_p * d_p
      const avg_grad = exp_avg[i]! * nu1! + (1 - nu1!) * d_p
      const avg_grad_rms = Math.sqrt(exp_avg_sq[i]! * nu2! + (1 - nu2!) * d_p * d_p) + eps!
      theta[i]! += -lr! * (avg_grad / avg_grad_rms)
    }
  }
}

/** google/automl/lion. */
const Lion: Reference = ({ lr, beta1, beta2, weight_decay }, start) => {
  const exp_avg = zeros(start)
  return ({ theta, grad }) => {
    for (const [i, g] of grad.entries()) {
      theta[i]! *= 1 - lr! * weight_decay!
      const update = exp_avg[i]! * beta1! + g * (1 - beta1!)
      theta[i]! -= lr! * Math.sign(update)
      exp_avg[i] = exp_avg[i]! * beta2! + (1 - beta2!) * g
    }
  }
}

/** adabelief-pytorch, weight_decouple=True, rectify=False; eps is added to the variance in place. */
const AdaBelief: Reference = ({ lr, beta1, beta2, eps, weight_decay }, start) => {
  const exp_avg = zeros(start)
  const exp_avg_var = zeros(start)
  return ({ theta, grad, step }) => {
    for (const [i, g] of grad.entries()) {
      theta[i]! *= 1 - lr! * weight_decay!
      exp_avg[i] = exp_avg[i]! * beta1! + (1 - beta1!) * g
      const grad_residual = g - exp_avg[i]!
      exp_avg_var[i] = exp_avg_var[i]! * beta2! + (1 - beta2!) * grad_residual * grad_residual
      exp_avg_var[i]! += eps!
      const denom = Math.sqrt(exp_avg_var[i]!) / Math.sqrt(1 - beta2! ** step) + eps!
      theta[i]! -= ((lr! / (1 - beta1! ** step)) * exp_avg[i]!) / denom
    }
  }
}

/** torch_optimizer.Yogi. */
const Yogi: Reference = ({ lr, beta1, beta2, eps, initial_accumulator, weight_decay }, start) => {
  const exp_avg = start.map(() => initial_accumulator!)
  const exp_avg_sq = start.map(() => initial_accumulator!)
  return ({ theta, grad, step }) => {
    for (const [i, value] of grad.entries()) {
      const g = value + weight_decay! * theta[i]!
      exp_avg[i] = exp_avg[i]! * beta1! + (1 - beta1!) * g
      const grad_squared = g * g
      exp_avg_sq[i]! += -(1 - beta2!) * Math.sign(exp_avg_sq[i]! - grad_squared) * grad_squared
      const denom = Math.sqrt(exp_avg_sq[i]!) / Math.sqrt(1 - beta2! ** step) + eps!
      theta[i]! += (-(lr! / (1 - beta1! ** step)) * exp_avg[i]!) / denom
    }
  }
}

/** sail-sg/Adan, no_prox=False. */
const Adan: Reference = ({ lr, beta1, beta2, beta3, eps, weight_decay }, start) => {
  const exp_avg = zeros(start)
  const exp_avg_sq = zeros(start)
  const exp_avg_diff = zeros(start)
  let neg_pre_grad: number[] | undefined
  return ({ theta, grad, step }) => {
    neg_pre_grad ??= grad.map((g) => -g)
    for (const [i, g] of grad.entries()) {
      const diff = neg_pre_grad[i]! + g
      exp_avg[i] = exp_avg[i]! * beta1! + (1 - beta1!) * g
      exp_avg_diff[i] = exp_avg_diff[i]! * beta2! + (1 - beta2!) * diff
      const update = diff * beta2! + g
      exp_avg_sq[i] = exp_avg_sq[i]! * beta3! + (1 - beta3!) * update * update
      const denom = Math.sqrt(exp_avg_sq[i]!) / Math.sqrt(1 - beta3! ** step) + eps!
      theta[i]! -= (lr! / (1 - beta1! ** step)) * (exp_avg[i]! / denom)
      theta[i]! -= ((lr! * beta2!) / (1 - beta2! ** step)) * (exp_avg_diff[i]! / denom)
      theta[i]! /= 1 + lr! * weight_decay!
      neg_pre_grad[i] = -g
    }
  }
}

/** facebookresearch/madgrad. */
const MADGRAD: Reference = (hyper, start) => {
  const { momentum, eps, weight_decay } = hyper
  const lr = hyper.lr! + eps!
  const grad_sum_sq = zeros(start)
  const s = zeros(start)
  return ({ theta, grad, step }) => {
    const ck = 1 - momentum!
    const lamb = lr * step ** 0.5
    for (const [i, value] of grad.entries()) {
      const g = value + weight_decay! * theta[i]!
      grad_sum_sq[i]! += lamb * g * g
      const rms = grad_sum_sq[i]! ** (1 / 3) + eps!
      s[i]! += lamb * g
      const z = start[i]! - s[i]! / rms
      theta[i] = theta[i]! * (1 - ck) + ck * z
    }
  }
}

/** torch_optimizer.AggMo: a step for each buffer. */
const AggMo: Reference = ({ lr, beta1, beta2, beta3, weight_decay }, start) => {
  const betas = [beta1!, beta2!, beta3!]
  const buffers = betas.map(() => zeros(start))
  return ({ theta, grad }) => {
    for (const [i, g] of grad.entries()) {
      const d_p = g + weight_decay! * theta[i]!
      betas.forEach((beta, j) => {
        buffers[j]![i] = buffers[j]![i]! * beta + d_p
        theta[i]! -= (lr! / betas.length) * buffers[j]![i]!
      })
    }
  }
}

/** torch_optimizer.NovoGrad, all coordinates one layer. */
const NovoGrad: Reference = ({ lr, beta1, beta2, eps, weight_decay, grad_averaging }, start) => {
  const exp_avg = zeros(start)
  let exp_avg_sq = 0
  return ({ theta, grad }) => {
    const norm = sum(grad.map((g) => g ** 2))
    exp_avg_sq = exp_avg_sq === 0 ? norm : exp_avg_sq * beta2! + (1 - beta2!) * norm
    const denom = Math.sqrt(exp_avg_sq) + eps!
    for (const [i, value] of grad.entries()) {
      let g = value / denom + weight_decay! * theta[i]!
      if (grad_averaging) g *= 1 - beta1!
      exp_avg[i] = exp_avg[i]! * beta1! + g
      theta[i]! -= lr! * exp_avg[i]!
    }
  }
}

/** Bernstein et al. 2018, algorithm 1. */
const signSGD: Reference =
  ({ lr }) =>
  ({ theta, grad }) => {
    for (const [i, g] of grad.entries()) theta[i]! -= lr! * Math.sign(g)
  }

/** Bernstein et al. 2018, algorithm 2; the weight decay as in mxnet.optimizer.Signum (wd, not wd_lh). */
const Signum: Reference = ({ lr, momentum, weight_decay }, start) => {
  const m = zeros(start)
  return ({ theta, grad }) => {
    for (const [i, g] of grad.entries()) {
      m[i] = momentum! * m[i]! + (1 - momentum!) * (g + weight_decay! * theta[i]!)
      theta[i]! -= lr! * Math.sign(m[i]!)
    }
  }
}

/** optax.polyak_sgd. */
const Polyak: Reference =
  ({ max_learning_rate, scaling, f_min, eps }) =>
  ({ theta, grad, loss }) => {
    const grad_sq_norm = sum(grad.map((g) => g * g))
    const gap = loss - f_min!
    const none = grad_sq_norm + eps! <= Number.EPSILON
    const step = none ? 0 : Math.min(gap / (grad_sq_norm + eps!), max_learning_rate!)
    for (const [i, g] of grad.entries()) theta[i]! -= scaling! * step * g
  }

/** iShohei220/adopt: the first call only fills the second moment; clip_lambda is step^0.25. */
const ADOPT: Reference = ({ lr, beta1, beta2, eps, weight_decay }, start) => {
  const exp_avg = zeros(start)
  const exp_avg_sq = zeros(start)
  return ({ theta, grad, step }) => {
    const clip = (step - 1) ** 0.25
    for (const [i, value] of grad.entries()) {
      const g = value + weight_decay! * theta[i]!
      if (step === 1) {
        exp_avg_sq[i] = g * g
        continue
      }
      const denom = Math.max(Math.sqrt(exp_avg_sq[i]!), eps!)
      const normed_grad = clamp(g / denom, -clip, clip)
      exp_avg[i]! += (normed_grad - exp_avg[i]!) * (1 - beta1!)
      theta[i]! -= lr! * exp_avg[i]!
      exp_avg_sq[i] = exp_avg_sq[i]! * beta2! + (1 - beta2!) * g * g
    }
  }
}

/** Liu et al. 2023, algorithm 3, with the exact diagonal. */
const Sophia: Reference = ({ lr, beta1, beta2, gamma, k, eps, weight_decay }, start) => {
  const m = zeros(start)
  const hessian = zeros(start)
  return ({ theta, grad, hess, step }) => {
    for (const [i, g] of grad.entries()) {
      m[i] = beta1! * m[i]! + (1 - beta1!) * g
      if (k === 1 || step % k! === 1) hessian[i] = beta2! * hessian[i]! + (1 - beta2!) * hess[i]!
      theta[i]! -= lr! * weight_decay! * theta[i]!
      theta[i]! -= lr! * clamp(m[i]! / Math.max(gamma! * hessian[i]!, eps!), -1, 1)
    }
  }
}

/** schedulefree.SGDScheduleFree: y in place, x never formed. */
const SGDScheduleFree: Reference = (hyper, start) => {
  const { momentum, weight_decay, warmup_steps, r, weight_lr_power } = hyper
  const z = [...start]
  let lr_max = -1
  let weight_sum = 0
  return ({ theta: y, grad, step }) => {
    const k = step - 1
    const lr = hyper.lr! * (k < warmup_steps! ? (k + 1) / warmup_steps! : 1)
    lr_max = Math.max(lr, lr_max)
    const weight = (k + 1) ** r! * lr_max ** weight_lr_power!
    weight_sum += weight
    const ckp1 = weight / weight_sum
    for (const [i, value] of grad.entries()) {
      const g = value + weight_decay! * y[i]!
      y[i]! += ckp1 * (z[i]! - y[i]!)
      y[i]! += lr * (momentum! * (1 - ckp1) - 1) * g
      z[i]! -= lr * g
    }
  }
}

/** schedulefree.AdamWScheduleFree 1.0: y in place, x never formed. */
const AdamWScheduleFree: Reference = (hyper, start) => {
  const { beta1, beta2, eps, weight_decay, warmup_steps, r, weight_lr_power } = hyper
  const z = [...start]
  const exp_avg_sq = zeros(start)
  let lr_max = -1
  let weight_sum = 0
  return ({ theta: y, grad, step }) => {
    const k = step - 1
    const sched = k < warmup_steps! ? (k + 1) / warmup_steps! : 1
    const lr = hyper.lr! * sched * Math.sqrt(1 - beta2! ** (k + 1))
    lr_max = Math.max(lr, lr_max)
    const weight = (k + 1) ** r! * lr_max ** weight_lr_power!
    weight_sum += weight
    const ckp1 = weight / weight_sum
    for (const [i, g] of grad.entries()) {
      exp_avg_sq[i] = exp_avg_sq[i]! * beta2! + (1 - beta2!) * g * g
      const grad_normalized = g / (Math.sqrt(exp_avg_sq[i]!) + eps!) + weight_decay! * y[i]!
      y[i]! += ckp1 * (z[i]! - y[i]!)
      y[i]! += lr * (beta1! * (1 - ckp1) - 1) * grad_normalized
      z[i]! -= lr * grad_normalized
    }
  }
}

/** prodigyopt.Prodigy, decouple=True, growth_rate=inf. */
const Prodigy: Reference = (hyper, start) => {
  const { lr, beta1, beta2, eps, weight_decay, d0, d_coef, use_bias_correction } = hyper
  const beta3 = Math.sqrt(beta2!)
  const exp_avg = zeros(start)
  const exp_avg_sq = zeros(start)
  const s = zeros(start)
  let d = d0!
  let d_max = d0!
  let d_numerator = 0
  return ({ theta, grad, step }) => {
    const bias_correction = use_bias_correction ? (1 - beta2! ** step) ** 0.5 / (1 - beta1! ** step) : 1
    const dlr = d * lr! * bias_correction
    d_numerator *= beta3
    d_numerator += (d / d0!) * dlr * sum(grad.map((g, i) => g * (start[i]! - theta[i]!)))
    for (const [i, g] of grad.entries()) {
      exp_avg[i] = exp_avg[i]! * beta1! + d * (1 - beta1!) * g
      exp_avg_sq[i] = exp_avg_sq[i]! * beta2! + d * d * (1 - beta2!) * g * g
      s[i] = s[i]! * beta3 + (d / d0!) * dlr * g
    }
    const d_denom = sum(s.map(Math.abs))
    if (d_denom === 0) return
    const d_hat = (d_coef! * d_numerator) / d_denom
    if (d === d0) d = Math.max(d, d_hat)
    d_max = Math.max(d_max, d_hat)
    d = Math.min(d_max, d * Number.POSITIVE_INFINITY)
    for (const i of theta.keys()) {
      theta[i]! += -weight_decay! * dlr * theta[i]!
      theta[i]! += -dlr * (exp_avg[i]! / (Math.sqrt(exp_avg_sq[i]!) + d * eps!))
    }
  }
}

export const references: Readonly<Record<string, Reference>> = {
  AMSGrad,
  QHM,
  QHAdam,
  Lion,
  AdaBelief,
  Yogi,
  Adan,
  MADGRAD,
  AggMo,
  NovoGrad,
  signSGD,
  Signum,
  Polyak,
  ADOPT,
  Sophia,
  SGDScheduleFree,
  AdamWScheduleFree,
  Prodigy,
}
