import { groundKeys, pageKeys, timeKeys } from './keys'

const SECTIONS = [
  ['Time', timeKeys],
  ['The ground, while it has the focus', groundKeys],
  ['Page', pageKeys],
] as const

export function KeyTable() {
  return (
    <div className="key-tables">
      {SECTIONS.map(([title, lines]) => (
        <table key={title} className="key-table">
          <caption>{title}</caption>
          <tbody>
            {lines.map(([keys, does]) => (
              <tr key={does}>
                <th scope="row">
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
