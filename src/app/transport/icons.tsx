import type { ReactNode } from 'react'

/** Filled icons of a player, on a 16-pixel grid. Decorative: buttons carry their own names. */
const icon = (path: ReactNode) =>
  function Icon() {
    return (
      <svg
        className="icon"
        viewBox="0 0 16 16"
        width="16"
        height="16"
        fill="currentColor"
        aria-hidden="true"
        focusable="false"
      >
        {path}
      </svg>
    )
  }

export const Play = icon(<path d="M4.5 2.6a.8.8 0 011.2-.7l8 5.4a.85.85 0 010 1.4l-8 5.4a.8.8 0 01-1.2-.7z" />)
export const Pause = icon(
  <>
    <rect x="3.5" y="2" width="3.2" height="12" rx="1" />
    <rect x="9.3" y="2" width="3.2" height="12" rx="1" />
  </>,
)
export const StepBack = icon(
  <>
    <rect x="3" y="3.5" width="1.8" height="9" rx=".6" />
    <path d="M13 4.3v7.4a.6.6 0 01-.95.5L6.8 8.5a.6.6 0 010-1l5.25-3.7a.6.6 0 01.95.5z" />
  </>,
)
export const StepForward = icon(
  <>
    <rect x="11.2" y="3.5" width="1.8" height="9" rx=".6" />
    <path d="M3 4.3v7.4a.6.6 0 00.95.5L9.2 8.5a.6.6 0 000-1L3.95 3.8A.6.6 0 003 4.3z" />
  </>,
)
export const Restart = icon(
  <path d="M8 2.2a5.8 5.8 0 11-5.45 3.82.85.85 0 011.6.57A4.1 4.1 0 108 3.9H7v1.35a.6.6 0 01-1 .45L3.6 3.5a.6.6 0 010-.9L6 .4a.6.6 0 011 .45V2.2z" />,
)
