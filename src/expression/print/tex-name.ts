const greek: ReadonlySet<string> = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega'.split(' '),
)

/** Names that programs spell in their own way. */
const spelled: ReadonlyMap<string, string> = new Map([
  ['eps', '\\epsilon'],
  ['lambd', '\\lambda'],
])

const accents: ReadonlySet<string> = new Set(['hat', 'bar', 'tilde'])
const signsInSubscripts: ReadonlyMap<string, string> = new Map([
  ['max', '\\max'],
  ['min', '\\min'],
  ['inf', '\\infty'],
])

/**
 * A name as mathematicians write it: `beta1` is \beta_{1}, `m_hat` is \hat{m}, `v_max` is v_{\max}. Names that are words,
 * such as `weight_decay`, stand upright as they are.
 */
export function nameTex(name: string): string {
  const [base, ...rest] = subscripts(name)
  const symbol = symbolTex(base!)
  if (symbol === undefined) return word(name)
  const accent = rest.find((part) => accents.has(part))
  const below = rest.filter((part) => part !== accent).map(subscriptTex)
  const accented = accent === undefined ? symbol : `\\${accent}{${symbol}}`
  return below.length === 0 ? accented : `${accented}_{${below.join(',')}}`
}

/** True for names that are set upright, as words: they need space around them. */
export const isWord = (name: string): boolean => symbolTex(subscripts(name)[0]!) === undefined

/** `beta1_max` in its parts: beta, 1, max. */
const subscripts = (name: string): string[] =>
  name
    .replace(/([A-Za-z])(\d+)(?=_|$)/g, '$1_$2')
    .split('_')
    .filter((part) => part !== '')

function symbolTex(part: string | undefined): string | undefined {
  if (part === undefined) return undefined
  if (greek.has(part)) return `\\${part}`
  if (part.length === 1) return part
  return spelled.get(part)
}

function subscriptTex(part: string): string {
  return signsInSubscripts.get(part) ?? symbolTex(part) ?? (/^\d+$/.test(part) ? part : word(part))
}

const word = (text: string) => `\\mathrm{${text.replaceAll('_', '\\_')}}`
