import { LoadingState } from '@/components/site/loading-state'

export default function Loading() {
  return <LoadingState />
}
