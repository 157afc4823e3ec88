import { examples } from './examples'

/** Each: how it is written, and what it means. */
const words: readonly (readonly [code: readonly string[], meaning: string])[] = [
  [['param lr = 0.1 from 0.01 to 1'], 'a hyperparameter and its slider; param nesterov = true is a switch'],
  [['state m = 0'], 'what one step leaves to the next, for each coordinate'],
  [['m = 0.9 m + g'], 'an equation; they are read from top to bottom, and one of them moves theta'],
  [['theta', 'g'], 'where she stands and the slope there, one coordinate at a time'],
  [['t', 'T'], 'the step, from 1, and how many there are'],
  [['loss', 'norm_g', 'h'], 'the height, the length of the whole slope, the curvature along the coordinate'],
  [['norm(a)', 'norm1(a)', 'dot(a, b)'], 'over all coordinates together'],
  [['if(m g < 0, 0, m)'], 'a choice; sign, max, sqrt and every other function of formulas are there too'],
  [['probe = theta - m'], 'below it, g is the slope at that place'],
  [['average x'], 'the state x is an average of her way: it is drawn beside her'],
  [['# words'], 'a comment; the one on top says what the optimizer does'],
]

/** The language of optimizers in short, and examples to start from. */
export function EquationHelp({ onChoose }: { readonly onChoose: (equations: string) => void }) {
  return (
    <details className="disclosure equation-help">
      <summary>What can be written</summary>
      <dl>
        {words.map(([code, meaning]) => (
          <div key={meaning}>
            <dt>
              {code.map((text) => (
                <code key={text}>{text}</code>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {examples.map(({ name, equations }) => (
        <figure key={name} className="example">
          <figcaption>
            <span>{name}</span>
            <button type="button" className="chip" aria-label={`Try it: ${name}`} onClick={() => onChoose(equations)}>
              try it
            </button>
          </figcaption>
          <pre>{equations.trimEnd()}</pre>
        </figure>
      ))}
    </details>
  )
}
