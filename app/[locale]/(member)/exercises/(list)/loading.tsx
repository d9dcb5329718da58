import { LoadingState } from '@/components/site/loading-state'
import { inEachLanguage, translator } from '@/messages/translate'

export default function Loading() {
  return (
    <LoadingState
      place={inEachLanguage((language) => translator(language, 'assignments')('place'))}
      title={inEachLanguage((language) => translator(language, 'assignments')('exercises'))}
      hasLead
    />
  )
}
