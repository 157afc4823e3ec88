import { functionFamilies } from './functions'

/** The formula language in short. */
export function LanguageHelp() {
  return (
    <>
      <ul className="help-list">
        <li>
          Type as you write: <code>2x</code>, <code>xy</code>, <code>x(y + 1)</code>, <code>sin x</code>,{' '}
          <code>|x|</code>, <code>x^2</code>. <code>-x^2</code> is −(x²), and <code>2^3^2</code> is 2<sup>9</sup>.
        </li>
        <li>
          Name things on earlier lines: <code>r = sqrt(x^2 + y^2)</code>, then <code>sin(r) / r</code>. A semicolon ends
          a line too.
        </li>
        <li>
          A name that means nothing yet, as in <code>a x^2</code>, becomes a slider by Enter.
        </li>
        <li>
          Choose between values: <code>if(x &lt; 0, -x, x^2)</code>, with <code>&lt;</code> <code>&lt;=</code>{' '}
          <code>&gt;</code> <code>&gt;=</code> <code>==</code> <code>!=</code>.
        </li>
        <li>
          <code>pi</code>, <code>e</code> and <code>tau</code> are constants. <code>log</code> is the natural logarithm,
          and so is <code>ln</code>.
        </li>
      </ul>
      <dl className="functions">
        {functionFamilies.map(([title, functions]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {functions.map(({ names, call }) => (
                <code key={call} title={names.length > 1 ? `also ${names.slice(1).join(', ')}` : undefined}>
                  {call}
                </code>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
