/**
 * Progress as a chart's graduated border: `value` filled segments of `max` (both whole, `max` ≤ 60).
 * `label` says it in words for those who do not see it.
 */
export function Gauge({ value, max, label }: { readonly value: number; readonly max: number; readonly label: string }) {
  const segments = Array.from({ length: max }, (_, index) => index)
  return (
    <div role="img" aria-label={label} className="flex h-3 border border-ink bg-surface">
      {segments.map((segment) => (
        <span
          key={segment}
          className={`flex-1 border-r border-ink last:border-r-0 ${segment < value ? 'bg-ink' : ''}`}
        />
      ))}
    </div>
  )
}
