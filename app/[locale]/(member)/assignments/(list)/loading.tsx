import { LoadingState } from '@/components/site/loading-state'
import { inEachLanguage, translator } from '@/messages/translate'

/** Whom the page greets is not known yet. */
export default function Loading() {
  return (
    <LoadingState
      place={inEachLanguage((language) => translator(language, 'assignments')('place'))}
      title={inEachLanguage((language) => translator(language, 'assignments')('title', { name: '' }).trim())}
      hasLead
    />
  )
}
