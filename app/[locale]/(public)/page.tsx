import { Harbour } from '@/components/brand/harbour'
import { ChapterList } from '@/components/chapter/chapter-list'
import { SampleVerdict } from '@/components/site/sample-verdict'
import { ButtonLink } from '@/components/ui/link'
import { translator } from '@/messages/translate'
import { pageLanguage } from '../page-language'
import { chapterEntries } from './chapters/chapter-entries'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export default async function HomePage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'home')
  const site = translator(language, 'site')
  const entries = chapterEntries(language)
  const open = entries.filter((entry) => entry.readingMinutes !== null)
  return (
    <div className="grid gap-20">
      <section className="-mt-10 grid items-center gap-x-12 gap-y-8 md:-mt-14 lg:grid-cols-[1fr_34rem]">
        <div className="pt-10 lg:py-16">
          <p className="stencil text-faint">{t('place')}</p>
          <h1 className="mt-4 text-4xl font-extrabold">{t('title')}</h1>
          <p className="mt-6 max-w-xl text-lg leading-snug text-soft">{t('lead')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink tone="signal" href={`/${language}/chapters`}>
              {t('read')}
            </ButtonLink>
            <ButtonLink tone="plain" href={`/${language}/sign-in`}>
              {site('signIn')}
            </ButtonLink>
          </div>
        </div>
        <div className="-mx-gutter h-72 self-stretch sm:h-96 lg:h-auto lg:min-h-[36rem] lg:mr-[calc(-1*max(var(--gutter),(100vw-var(--page))/2+var(--gutter)))] lg:ml-0">
          <Harbour className="block h-full w-full" />
        </div>
      </section>
      <section className="grid gap-8">
        <h2 className="text-2xl">{t('howTitle')}</h2>
        <ol className="grid gap-6 md:grid-cols-3">
          {([1, 2, 3] as const).map((step) => (
            <li key={step} className="plate p-6">
              <p aria-hidden className="font-display text-3xl font-extrabold leading-none text-signal-ink">
                {step}
              </p>
              <h3 className="mt-3 text-xl">{t(`step${step}`)}</h3>
              <p className="mt-2 text-soft">{t(`step${step}Text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="grid items-center gap-x-12 gap-y-6 lg:grid-cols-[1fr_1.7fr]">
        <div>
          <h2 className="text-2xl">{t('sampleTitle')}</h2>
          <p className="mt-3 text-soft">{t('sampleText')}</p>
        </div>
        <SampleVerdict language={language} />
      </section>
      <section className="grid gap-6">
        <div>
          <h2 className="text-2xl">{t('courseTitle')}</h2>
          <p className="mt-2 text-soft">{t('courseText', { count: open.length, total: entries.length })}</p>
        </div>
        <ChapterList language={language} entries={entries} />
      </section>
    </div>
  )
}
