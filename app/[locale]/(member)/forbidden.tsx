import { ForbiddenState } from '@/components/site/state-pages'

export default function Forbidden() {
  return <ForbiddenState />
}
