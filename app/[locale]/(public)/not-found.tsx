import { NotFoundState } from '@/components/site/state-pages'

export default function NotFound() {
  return <NotFoundState />
}
