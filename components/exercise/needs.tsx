import { TextLink } from '@/components/ui/link'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** What is written otherwise in each shell: act, bash, PowerShell, cmd. */
const DIFFERENCES = [
  ['exitCode', 'echo $?', '$LASTEXITCODE', 'echo %ERRORLEVEL%'],
  ['folder', '-v "$PWD":/data', '-v "$($PWD):/data"', '-v "%cd%":/data'],
  [
    'allContainers',
    'docker rm $(docker ps -aq)',
    'docker rm $(docker ps -aq)',
    "for /f %i in ('docker ps -aq') do docker rm %i",
  ],
  ['continued', '\\', '`', '^'],
  ['fetch', 'curl localhost:8080', 'curl.exe localhost:8080', 'curl localhost:8080'],
] as const

/** Elsewhere than on one's own machine. */
const ELSEWHERE = [
  ['playWithDocker', 'https://labs.play-with-docker.com/'],
  ['codespaces', 'https://github.com/features/codespaces'],
] as const

/** What one needs to do an exercise, what differs from shell to shell, and how to do it without Docker of one's own. */
export function Needs({
  language,
  installingHref,
}: {
  readonly language: Language
  /** The chapter on installing; `null` where the course has none. */
  readonly installingHref: string | null
}) {
  const t = translator(language, 'needs')
  return (
    <details className="border border-line bg-surface px-5 py-3 print:hidden">
      <summary className="cursor-pointer font-semibold">{t('title')}</summary>
      <div className="mt-3 grid gap-4 text-sm">
        <p>
          {t('docker')} {installingHref === null ? null : <TextLink href={installingHref}>{t('install')}</TextLink>}
        </p>
        <p>{t('copy')}</p>
        <ScrollRegion label={t('differences')} className="overflow-x-auto">
          <table className="w-full border-collapse text-left">
            <caption className="sr-only">{t('differences')}</caption>
            <thead>
              <tr className="border-b border-line">
                <td />
                {['bash, zsh', 'PowerShell', 'cmd'].map((shell) => (
                  <th key={shell} scope="col" className="px-3 py-1.5 font-semibold">
                    {shell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {DIFFERENCES.map(([act, ...ways]) => (
                <tr key={act} className="border-b border-line">
                  <th scope="row" className="py-1.5 pr-3 font-normal text-soft">
                    {t(act)}
                  </th>
                  {ways.map((way, index) => (
                    <td key={String(index)} className="px-3 py-1.5">
                      <code className="whitespace-nowrap">{way}</code>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <div className="grid gap-1">
          <p className="font-semibold">{t('without')}</p>
          <ul className="grid list-[square] gap-1 pl-5">
            <li>
              <TextLink href={`/${language}/practice`}>{t('practiceName')}</TextLink> {t('practice')}
            </li>
            {ELSEWHERE.map(([place, href]) => (
              <li key={place}>
                <a className="link" href={href} rel="noreferrer">
                  {t(`${place}Name`)}
                </a>{' '}
                {t(place)}
              </li>
            ))}
            <li>{t('labMachine')}</li>
          </ul>
        </div>
      </div>
    </details>
  )
}
