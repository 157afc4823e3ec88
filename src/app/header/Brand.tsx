/** The mark: a climber's dot on a slope, and the trail behind her. */
export function Brand() {
  return (
    <h1 className="brand">
      <svg className="brand-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          d="M2 4c4 0 4.500 11 9 11 2.500 0 4-2 7-6"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <circle className="brand-dot" cx="11" cy="12.500" r="3" />
      </svg>
      <span>Blindfolded Climber</span>
    </h1>
  )
}
