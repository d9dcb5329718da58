/** A page that is on its way: bars where text will stand. `label` is read out. */
export function PageSkeleton({ label, lines = 6 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{label}</span>
      <div className="wait-bar h-3 w-28" />
      <div className="wait-bar h-10 w-3/5" />
      {Array.from({ length: lines }, (_, line) => (
        <div key={String(line)} className="wait-bar h-14" />
      ))}
    </div>
  )
}
