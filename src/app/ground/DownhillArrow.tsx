/** Where the ground falls, as seen on the screen. `angle` in radians, clockwise from the right. */
export function DownhillArrow({ angle }: { readonly angle: number }) {
  return (
    <svg
      className="downhill"
      viewBox="-8 -8 16 16"
      width="14"
      height="14"
      role="img"
      aria-label="downhill"
      style={{ rotate: `${angle}rad` }}
    >
      <path d="M-6 0h11M1-4l4 4-4 4" />
    </svg>
  )
}
