/** What is on its way: bars where text will stand. `label` is read out. */
export function PageSkeleton({ label, lines = 6 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={String(line)} className="wait-bar h-14" />
      ))}
    </div>
  )
}

/** The line of explanation under a page's title, on its way and as high as it will be. */
export function LeadSkeleton() {
  return <div aria-hidden className="wait-bar h-[1lh] w-80 max-w-full" />
}
