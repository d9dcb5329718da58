/** The ring of the Q is a mooring ring; its tail, in lantern orange, is the edge of the quay it lies on. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 42 40" className={className} aria-hidden="true" focusable="false">
      <circle cx="19" cy="18" r="13" fill="none" stroke="currentColor" strokeWidth="6.5" />
      <rect x="18" y="30.5" width="24" height="6.5" fill="var(--signal)" />
    </svg>
  )
}

/** The name drawn in strokes of one width, standing on one line. Decorative: give the link around it a name. */
export function Wordmark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 110 40" className={className} aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="6.5">
        <circle cx="19" cy="18" r="13" />
        <path d="M44.5 9v13a9.2 9.2 0 0 0 18.4 0V9M62.9 9v25.2" />
        <circle cx="82" cy="21.8" r="9.2" />
        <path d="M91.2 9v25.2M104.2 9v25.2" />
      </g>
      <rect x="100.9" y="0.5" width="6.6" height="5" fill="currentColor" />
      <rect x="17" y="30.5" width="22" height="6.5" fill="var(--signal)" />
    </svg>
  )
}
