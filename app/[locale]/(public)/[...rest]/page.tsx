import { notFound } from 'next/navigation'

/** Drawn at each request, like all whose addresses the build cannot know: only then may its scripts run. */
export const dynamic = 'force-dynamic'

/** Every address that no page answers. */
export default function UnknownPage(): never {
  notFound()
}
