import { renderToString } from 'katex'
import { describe, expect, it } from 'vitest'
import { formulaTex } from '../../../src/app/typeset/formula-tex'
import { ruleTex } from '../../../src/app/typeset/rule-tex'
import adam from '../../../src/optimizers/adam'
import { isMethod } from '../../../src/optimizers/optimizer'
import radam from '../../../src/optimizers/radam'
import type { Hyperparameters, UpdateRule } from '../../../src/optimizers/rule'
import sgd from '../../../src/optimizers/sgd'
import { parseRule } from '../../../src/optimizers/text'
import { wrap } from '../../../src/optimizers/wrapper'
import { wrappers } from '../../../src/optimizers/wrappers'
import { optimizers } from '../../../src/registry'

const rules = [...optimizers.values()].filter((optimizer): optimizer is UpdateRule => !isMethod(optimizer))
const plain = (rule: UpdateRule, changes: Hyperparameters = {}) =>
  ruleTex(rule, { ...rule.hyperparameters, ...changes }).map((line) => line.plain)

describe('formulaTex', () => {
  it('is what was understood', () => {
    expect(formulaTex('1/2x + a', ['a'])).toBe('\\frac{1}{2} x + a')
  })

  it.each(['', 'x +', 'b x'])('is null while `%s` cannot be read', (text) => {
    expect(formulaTex(text, [])).toBeNull()
  })
})

describe('ruleTex', () => {
  it.each(rules)('$name can be typeset, and moves theta', (rule) => {
    const lines = ruleTex(rule, rule.hyperparameters)
    for (const { tex } of lines) renderToString(tex, { strict: 'error', throwOnError: true })
    expect(lines.map(({ tex }) => tex)).toContainEqual(expect.stringMatching(/^\\theta \\leftarrow/))
  })

  it('shows only what applies', () => {
    expect(plain(sgd)).toEqual(['theta = theta - lr*g'])
    expect(plain(sgd, { momentum: 0.9 })).toEqual(['buf = momentum*buf + g', 'theta = theta - lr*buf'])
    expect(plain(sgd, { momentum: 0.9, nesterov: true, weight_decay: 0.1 })).toEqual([
      'g = g + weight_decay*theta',
      'buf = momentum*buf + g',
      'd = g + momentum*buf',
      'theta = theta - lr*d',
    ])
  })

  it('has no second name for what has one', () => {
    expect(plain(adam)).toEqual([
      'm = beta1*m + (1 - beta1)*g',
      'v = beta2*v + (1 - beta2)*g^2',
      'm_hat = m/(1 - beta1^t)',
      'v_hat = v/(1 - beta2^t)',
      'theta = theta - lr*m_hat/(sqrt(v_hat) + eps)',
    ])
    expect(plain(adam, { amsgrad: true })).toContain('v_max = max(v_max, v)')
    expect(plain(radam)[0]).toBe('m = beta1*m + (1 - beta1)*g')
  })

  it('says what a schedule is', () => {
    const [first, ...rest] = ruleTex(sgd, { ...sgd.hyperparameters, lr: '0.1 * 0.99^t' })
    expect(first).toEqual({ tex: '\\mathrm{lr} = 0.1 \\cdot 0.99^{t}', plain: 'lr = 0.1 * 0.99^t' })
    expect(rest.map((line) => line.plain)).toEqual(['theta = theta - lr*g'])
  })

  it('says where a wrapper feels the slope', () => {
    const rule = wrap(sgd, wrappers.get('SAM')!)
    expect(plain(rule)).toEqual([
      'probe = if(norm(g) > 0, theta + sam_rho*g/norm(g), theta)',
      'g = the slope at probe',
      'theta = theta - lr*g',
    ])
    for (const { tex } of ruleTex(rule, rule.hyperparameters)) renderToString(tex, { strict: 'error' })
  })

  it('reads typed optimizers', () => {
    const rule = parseRule(
      'Mine',
      'param a = 0.1\nparam fast = true\nstate m = 0\nm = m / 2 + g\ntheta = theta - a if(fast, 2m, m)',
    )
    expect(ruleTex(rule, rule.hyperparameters).map(({ tex }) => tex)).toEqual([
      'm \\leftarrow \\frac{m}{2} + g',
      '\\theta \\leftarrow \\theta - a \\cdot 2 m',
    ])
  })

  it('keeps a learning rate of 0', () => {
    expect(plain(sgd, { lr: 0 })).toEqual(['theta = theta - lr*g'])
  })
})
