import { format } from '../format'
import { Tex } from '../typeset/Tex'
import type { ArithmeticLine, LineResult } from './step-arithmetic'

/** An equation, and below it the numbers of each coordinate with what comes out. */
export function LineView({ line: { tex, plain, role, results } }: { readonly line: ArithmeticLine }) {
  const isShort = results.every((result) => result.tex === undefined)
  return (
    <li data-role={role}>
      <div className="arithmetic-equation">
        <Tex tex={`\\displaystyle ${tex}`} plain={plain} />
      </div>
      <div className={isShort ? 'arithmetic-short' : undefined}>
        {results.map((result) => (
          <ResultView key={result.coordinate ?? 'all'} result={result} />
        ))}
      </div>
    </li>
  )
}

function ResultView({ result: { coordinate, tex, value, isAnswer } }: { readonly result: LineResult }) {
  return (
    <div className="arithmetic-row">
      {coordinate !== undefined && <span className="arithmetic-coordinate">{coordinateName(coordinate)}</span>}
      {tex !== undefined && <Tex tex={`\\displaystyle ${tex}`} plain="" />}
      <span className="arithmetic-result" title={String(value)}>
        {isAnswer ? (value === 0 ? 'no' : 'yes') : `= ${format(value)}`}
      </span>
    </div>
  )
}

const coordinateName = (coordinate: number) => ['x', 'y'][coordinate] ?? `x${coordinate + 1}`
