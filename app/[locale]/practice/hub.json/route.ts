import { LANGUAGES } from '@/messages/language'
import { readHubDescription } from '@/server/course'

/** Built with the pages whose terminals pull from it. */
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams(): { locale: string }[] {
  return LANGUAGES.map((locale) => ({ locale }))
}

/** The simulated registry's catalogue, for the engine in the browser. */
export function GET(): Response {
  return Response.json(readHubDescription())
}
