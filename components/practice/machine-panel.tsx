import { Box, Container, Database, Network } from 'lucide-react'
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { ContainerView, MachineView } from '@/grader/explain/machine-view'
import type { Standing } from './practice-act'

/** The machine as it stands after the last command; what that command brought or changed is marked. */
export function MachinePanel({
  standing,
  before,
}: {
  readonly standing: Standing | null
  readonly before: MachineView | null
}) {
  const t = useTranslations('practice')
  const details = useRef<HTMLDetailsElement>(null)
  // Beside the terminal there is room for it; below it, on a phone, it opens when it is asked for.
  useEffect(() => {
    if (details.current !== null) details.current.open = window.matchMedia('(min-width: 64rem)').matches
  }, [])
  const machine = standing?.machine ?? null
  return (
    <details ref={details} className="practice-machine plate">
      <summary className="flex min-h-12 cursor-pointer items-center gap-3 px-5 py-3">
        <h2 className="text-lg">{t('machine')}</h2>
        {machine === null ? null : (
          <span className="ml-auto text-sm text-soft">{t('machineCount', { count: machine.containers.length })}</span>
        )}
      </summary>
      {machine === null ? (
        <p className="px-5 pb-5 text-sm text-soft">{t('machineWaits')}</p>
      ) : (
        <div className="grid gap-4 px-5 pb-5">
          <Things icon={Container} title={t('containers')} none={t('none')}>
            {machine.containers.toReversed().map((container) => (
              <Thing key={container.id} isNew={isChanged(before, container)}>
                <ContainerLine container={container} />
              </Thing>
            ))}
          </Things>
          <Things icon={Box} title={t('images')} none={t('none')}>
            {machine.images.map(({ name, id }) => (
              <Thing
                key={id}
                isNew={before !== null && !before.images.some((one) => one.id === id && one.name === name)}
              >
                {name}
                {name === id ? null : <span className="text-faint"> {id}</span>}
              </Thing>
            ))}
          </Things>
          <Names icon={Database} title={t('volumes')} names={machine.volumes} before={before?.volumes ?? null} />
          <Names icon={Network} title={t('networks')} names={machine.networks} before={before?.networks ?? null} />
          {machine.unlisted === 0 ? null : (
            <p className="text-sm text-soft">{t('unlisted', { count: machine.unlisted })}</p>
          )}
        </div>
      )}
    </details>
  )
}

function isChanged(before: MachineView | null, container: ContainerView): boolean {
  if (before === null) return false
  const was = before.containers.find(({ id }) => id === container.id)
  return was === undefined || JSON.stringify(was) !== JSON.stringify(container)
}

function ContainerLine({ container }: { readonly container: ContainerView }) {
  const t = useTranslations('practice')
  const { name, image, status, exitCode, ports } = container
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <strong>{name}</strong>
        <span className="practice-status" data-status={status}>
          {exitCode === null ? status : `${status} (${String(exitCode)})`}
        </span>
      </span>
      <span className="text-soft">
        {t('from', { image })}
        {ports.map((port) => (
          <span key={port} className="ml-2 whitespace-nowrap">
            {port}
          </span>
        ))}
      </span>
    </>
  )
}

type Icon = ComponentType<{ readonly className?: string }>

function Things({
  icon: Icon,
  title,
  none,
  children,
}: {
  readonly icon: Icon
  readonly title: string
  readonly none: string
  readonly children: readonly ReactNode[]
}) {
  return (
    <section>
      <h3 className="stencil flex items-center gap-2 text-faint">
        <Icon aria-hidden className="size-4" />
        {title}
      </h3>
      {children.length === 0 ? (
        <p className="mt-1 text-sm text-faint">{none}</p>
      ) : (
        <ul className="mt-1 grid gap-1 font-mono text-xs">{children}</ul>
      )}
    </section>
  )
}

function Names({
  icon,
  title,
  names,
  before,
}: {
  readonly icon: Icon
  readonly title: string
  readonly names: readonly string[]
  readonly before: readonly string[] | null
}) {
  const t = useTranslations('practice')
  return (
    <Things icon={icon} title={title} none={t('none')}>
      {names.map((name) => (
        <Thing key={name} isNew={before !== null && !before.includes(name)}>
          {name.length > 40 ? `${name.slice(0, 12)}…` : name}
        </Thing>
      ))}
    </Things>
  )
}

function Thing({ isNew, children }: { readonly isNew: boolean; readonly children: ReactNode }) {
  const t = useTranslations('practice')
  return (
    <li className="practice-thing" data-new={isNew || undefined}>
      {isNew ? <span className="sr-only">{t('justChanged')} </span> : null}
      {children}
    </li>
  )
}
