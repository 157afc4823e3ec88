import type { ReactNode } from 'react'

/** Line icons on a 16-pixel grid, drawn in the colour of the text. Decorative: buttons carry their own names. */
export const icon = (path: ReactNode) =>
  function Icon() {
    return (
      <svg
        className="icon"
        viewBox="0 0 16 16"
        width="16"
        height="16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {path}
      </svg>
    )
  }

export const ChevronDown = icon(<path d="M4 6.5l4 4 4-4" />)
export const ArrowRight = icon(<path d="M3 8h10M9 4l4 4-4 4" />)
export const Close = icon(<path d="M4 4l8 8M12 4l-8 8" />)
export const Undo = icon(<path d="M6 4L3 7l3 3M3 7h6.5a3.5 3.5 0 010 7H7" />)
export const Redo = icon(<path d="M10 4l3 3-3 3M13 7H6.5a3.5 3.5 0 000 7H9" />)
export const Sun = icon(
  <>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7" />
  </>,
)
export const Moon = icon(<path d="M13.5 9.5A6 6 0 016.5 2.5a6 6 0 107 7z" />)
export const LinkIcon = icon(
  <path d="M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 014.3 4.3L11 8.8M9 11.5l-1.2 1.2a3 3 0 01-4.3-4.3L5 7.2" />,
)
export const Copy = icon(
  <>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5v-2a1 1 0 00-1-1h-6a1 1 0 00-1 1v6a1 1 0 001 1h2" />
  </>,
)
export const Trash = icon(<path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5" />)
export const Plus = icon(<path d="M8 3.5v9M3.5 8h9" />)
export const Reset = icon(<path d="M3 8a5 5 0 105-5H4.5M6.5 1L4.5 3l2 2" />)
export const PanelLeft = icon(
  <>
    <rect x="2" y="3" width="12" height="10" rx="1.5" />
    <path d="M6 3v10" />
  </>,
)
export const PanelRight = icon(
  <>
    <rect x="2" y="3" width="12" height="10" rx="1.5" />
    <path d="M10 3v10" />
  </>,
)
export const Pin = icon(
  <>
    <path d="M8 14s4.5-4.3 4.5-7.5a4.5 4.5 0 00-9 0C3.5 9.700 8 14 8 14z" />
    <circle cx="8" cy="6.500" r="1.500" />
  </>,
)
export const FolderOpen = icon(<path d="M2 12.500V4h4l1.500 1.500H13V7M2 12.500L4 7h10.500l-2 5.500z" />)
export const Download = icon(<path d="M8 2.500V10M4.500 7L8 10.500 11.500 7M3 13.500h10" />)
export const Camera = icon(
  <>
    <path d="M2 5h3l1-1.500h4L11 5h3v8H2z" />
    <circle cx="8" cy="8.800" r="2.300" />
  </>,
)
