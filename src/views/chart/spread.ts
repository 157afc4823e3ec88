/**
 * Moves places apart until none are nearer than `gap`, as little as it takes, within `low` to `high`; the order of equal
 * places is kept. Those that touch form a block around their mean.
 */
export function spread(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, k) => k).sort((a, b) => places[a]! - places[b]! || a - b)
  const blocks: { sum: number; members: number[] }[] = []
  const top = ({ sum, members }: { sum: number; members: readonly number[] }) => {
    const middle = sum / members.length
    const half = ((members.length - 1) * gap) / 2
    return Math.min(Math.max(middle - half, low), Math.max(high - 2 * half, low))
  }
  for (const k of order) {
    let block = { sum: places[k]!, members: [k] }
    for (let above = blocks.at(-1); above !== undefined; above = blocks.at(-1)) {
      if (top(above) + above.members.length * gap <= top(block)) break
      blocks.pop()
      block = { sum: above.sum + block.sum, members: [...above.members, ...block.members] }
    }
    blocks.push(block)
  }
  const out = [...places]
  for (const block of blocks) {
    block.members.forEach((k, n) => {
      out[k] = top(block) + n * gap
    })
  }
  return out
}
