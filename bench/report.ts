import { geomean, median, spread } from './statistics'
import type { Row, Table } from './tables'

export interface Circumstances {
  readonly rounds: number
  readonly processor: string
  readonly cores: number
  readonly node: string
}

/** The tables as Markdown. */
export function report(tables: readonly Table[], { rounds, processor, cores, node }: Circumstances): string {
  return `# Benchmarks

One thread each, warmed up, interleaved, medians of ${rounds} rounds and in brackets half the distance between the quartiles.
${processor}, ${cores} cores, Node ${node.slice(1)}. C by gcc -O3: "plain" is scalar with libm, "best" adds
-march=native and four climbers a vector; both are generated from our graph. numpy and PyTorch are vectorised over the
climbers in float64; TensorFlow.js is float32, on its cpu and its wasm backend. "x ours" is the geometric mean of how
many times as long each takes.

Written by \`npm run bench\`.

${tables.map(section).join('\n')}`
}

function section({ title, unit, rows }: Table): string {
  const names = [...(rows[0]?.times.keys() ?? [])]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `## ${title}\n`,
    line([unit, ...names]),
    line(names.map(() => '-').concat('-')),
    ...rows.map((row) => line([row.name, ...names.map((name) => cell(row, name))])),
    line(['**x ours**', ...names.map((name) => `**${figure(geomean(rows.map((row) => ratio(row, name))))}**`)]),
    '',
  ].join('\n')
}

const ratio = ({ times }: Row, name: string): number => median(times.get(name)!) / median(times.get('ours')!)

const cell = ({ times }: Row, name: string): string => {
  const values = times.get(name)!
  return `${figure(median(values))} (${Math.round(100 * spread(values))} %)`
}

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(2))
