/** A schedule by name: a formula of `t` and `T` with `base` in the place of the value that is scheduled, on one line. */
export interface NamedSchedule {
  readonly name: string
  readonly summary: string
  readonly reference: string
  readonly formula: string
}

/** What is offered by name. Steps count from 1, so that the first step has torch.optim.lr_scheduler's epoch 0. */
export const schedules: readonly NamedSchedule[] = [
  {
    name: 'Constant',
    summary: 'The same at every step.',
    reference: 'Robbins & Monro 1951 show what it costs under noise',
    formula: 'base',
  },
  {
    name: 'Exponential decay',
    summary: 'One per cent less at every step.',
    reference: 'torch.optim.lr_scheduler.ExponentialLR, gamma 0.99',
    formula: 'base * 0.99^(t - 1)',
  },
  {
    name: 'Step decay',
    summary: 'A tenth of it, twice on the way.',
    reference: 'He et al. 2016, arXiv:1512.03385; torch.optim.lr_scheduler.MultiStepLR',
    formula: 'base * if(t - 1 < T / 2, 1, if(t - 1 < 3 T / 4, 0.1, 0.01))',
  },
  {
    name: 'Linear decay',
    summary: 'Down to nothing in a straight line.',
    reference: 'Defazio et al. 2023, arXiv:2310.07831; torch.optim.lr_scheduler.LinearLR, end_factor 0',
    formula: 'base * (1 - (t - 1) / T)',
  },
  {
    name: 'Inverse time',
    summary: 'Like 1/t in the long run: the slowest decay that still settles under noise.',
    reference: 'Robbins & Monro 1951; Bottou 2012, "Stochastic gradient descent tricks"',
    formula: 'base / (1 + 0.02 (t - 1))',
  },
  {
    name: 'Inverse square root',
    summary: 'Shrinks like 1/√t, as the regret bounds of online learning ask.',
    reference: 'Zinkevich 2003; Kingma & Ba 2015, arXiv:1412.6980, theorem 4.1',
    formula: 'base / sqrt(t)',
  },
  {
    name: 'Cosine annealing',
    summary: 'Lingers at the start and at the end, falls in between.',
    reference: 'Loshchilov & Hutter 2017, arXiv:1608.03983; torch.optim.lr_scheduler.CosineAnnealingLR',
    formula: 'base * (1 + cos(pi (t - 1) / T)) / 2',
  },
  {
    name: 'Warm restarts',
    summary: 'Cosine annealing, four times over: each restart may leap out of a valley.',
    reference: 'Loshchilov & Hutter 2017, arXiv:1608.03983 (SGDR); CosineAnnealingWarmRestarts, T_0 = T/4',
    formula: 'u = 4 (t - 1) / T; base * (1 + cos(pi (u - floor(u)))) / 2',
  },
  {
    name: 'Linear warm-up',
    summary: 'Starts small, and is at full length after a tenth of the steps.',
    reference: 'Goyal et al. 2017, arXiv:1706.02677',
    formula: 'base * min(1, t / (0.1 T))',
  },
  {
    name: 'Warm-up and cosine',
    summary: 'A tenth of the steps up in a straight line, the rest down along a cosine.',
    reference: 'Goyal et al. 2017, arXiv:1706.02677, and Loshchilov & Hutter 2017, arXiv:1608.03983',
    formula: 'w = 0.1 T; base * if(t <= w, t / w, (1 + cos(pi (t - w) / (T - w))) / 2)',
  },
  {
    name: 'Warm-up and inverse square root',
    summary: "The Transformer's: up in a straight line, then down like 1/√t.",
    reference: 'Vaswani et al. 2017, arXiv:1706.03762, equation 3',
    formula: 'w = 0.1 T; base * min(t / w, sqrt(w / t))',
  },
  {
    name: 'One cycle',
    summary: 'From a 25th up to the whole in the first third, then down to almost nothing.',
    reference: 'Smith & Topin 2018, arXiv:1708.07120; torch.optim.lr_scheduler.OneCycleLR (cosine)',
    formula: [
      'peak = 0.3 T - 1',
      'last = T - 1',
      'up = (1 - cos(pi (t - 1) / peak)) / 2',
      'down = (1 + cos(pi (t - 1 - peak) / (last - peak))) / 2',
      'low = base / 25',
      'end = low / 1e4',
      'if(t - 1 <= peak, low + (base - low) up, end + (base - end) down)',
    ].join('; '),
  },
]

/** The named schedule's formula around `base`: a number, or what stands in its place. */
export const scheduleFormula = ({ formula }: NamedSchedule, base: number): string =>
  formula.replace(/\bbase\b/g, String(base))
