import type { Metadata } from 'next'
import { z } from 'zod'
import { GalleryFilter } from '@/components/gallery/gallery-filter'
import { GalleryQuestion } from '@/components/gallery/gallery-question'
import { ClientMessages } from '@/components/intl/client-messages'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { readGallery } from '@/server/quizzes/read-gallery'
import { currentViewer } from '../../../../../current-viewer'
import { settle } from '../../../../../settle'
import { pageLanguage } from '../../../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly class: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const word = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/u)
  .optional()
  .catch(undefined)

const choiceSchema = z.object({
  chapter: word,
  type: word,
  family: word,
  variant: z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined),
})

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'gallery')('place') }
}

/** Every question that quizzes can draw, with its key: for instructors. */
export default async function GalleryPage({ params, searchParams }: PageProps) {
  const language = await pageLanguage(params)
  const { class: classId } = await params
  const choice = choiceSchema.parse(await searchParams)
  const path = `/classes/${classId}/questions`
  const gallery = settle(await readGallery(await currentViewer(), classId, choice), language, path)
  const t = translator(language, 'gallery')
  const address = `/${language}${path}`
  const { variant } = gallery
  return (
    <ClientMessages language={language} namespaces={['gallery', 'quiz', 'attempt']}>
      <PageHeading place={t('place')} title={gallery.className} lead={t('lead', { count: gallery.total })}>
        <ButtonLink tone="ink" href={`/${language}/classes/${classId}`}>
          {translator(language, 'gradebook')('back')}
        </ButtonLink>
      </PageHeading>
      <GalleryFilter language={language} path={address} gallery={gallery} choice={choice} />
      {variant === null ? (
        <p className="mb-4 text-soft">
          {gallery.questions.length === 0 ? t('none') : t('shown', { count: gallery.questions.length })}
        </p>
      ) : (
        <div className="mb-4 flex flex-wrap items-center gap-4">
          <p className="font-semibold">{t('variant', { number: variant.number })}</p>
          <ButtonLink href={`${address}?family=${variant.family}&variant=${variant.number + 1}`}>
            {t('another')}
          </ButtonLink>
        </div>
      )}
      <ul className="grid gap-8">
        {gallery.questions.map((question) => (
          <GalleryQuestion key={question.id} question={question} />
        ))}
      </ul>
    </ClientMessages>
  )
}
