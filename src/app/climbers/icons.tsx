import { icon } from '../icons'

export const ArrowUp = icon(<path d="M8 13V3M4 7l4-4 4 4" />)
export const Dice = icon(
  <>
    <rect x="2.5" y="2.5" width="11" height="11" rx="2" />
    <path d="M5.5 5.5h.01M8 8h.01M10.5 10.5h.01M10.5 5.5h.01M5.5 10.5h.01" />
  </>,
)
