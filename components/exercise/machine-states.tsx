'use client'

import { useTranslations } from 'use-intl'
import type { MachineView } from '@/grader/explain/machine-view'
import type { StepState } from '@/grader/explain/state-around'

/** The machine before and after a command, side by side; what differs is marked. */
export function MachineStates({ state }: { readonly state: StepState }) {
  const t = useTranslations('submission')
  const before = linesOf(state.before)
  const after = linesOf(state.after)
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Machine title={t('stateBefore')} machine={state.before} lines={before} others={after} mark="inconsistent" />
      <Machine title={t('stateAfter')} machine={state.after} lines={after} others={before} mark="consistent" />
    </div>
  )
}

const KINDS = ['containers', 'images', 'volumes', 'networks'] as const

type Lines = Readonly<Record<(typeof KINDS)[number], readonly string[]>>

function linesOf({ containers, images, volumes, networks }: MachineView): Lines {
  return {
    containers: containers.map(({ name, id, image, status, exitCode, ports }) =>
      [name, id, image, exitCode === null ? status : `${status} (${exitCode})`, ...ports].join('  '),
    ),
    images: images.map(({ name, id }) => (name === id ? id : `${name}  ${id}`)),
    volumes,
    networks,
  }
}

function Machine({
  title,
  machine,
  lines,
  others,
  mark,
}: {
  readonly title: string
  readonly machine: MachineView
  readonly lines: Lines
  readonly others: Lines
  /** Lends the verdicts' colours to what stands on this side only. */
  readonly mark: 'consistent' | 'inconsistent'
}) {
  const t = useTranslations('submission')
  return (
    <section className="min-w-0">
      <h3 className="stencil text-[var(--terminal-dim)]">{title}</h3>
      {KINDS.map((kind) => (
        <div key={kind} className="mt-2">
          <p className="text-[var(--terminal-dim)]">{t(`stateKinds.${kind}`, { count: lines[kind].length })}</p>
          <ul className="font-mono text-xs">
            {lines[kind].map((line) => {
              const isOnly = !others[kind].includes(line)
              return (
                <li
                  key={line}
                  data-verdict={isOnly ? mark : undefined}
                  className={`whitespace-pre-wrap break-words ${isOnly ? 'font-bold text-[var(--mark)]' : ''}`}
                >
                  {isOnly ? <span aria-hidden>{mark === 'consistent' ? '+ ' : '− '}</span> : '  '}
                  {line}
                </li>
              )
            })}
          </ul>
        </div>
      ))}
      {machine.unlisted === 0 ? null : <p className="mt-2">{t('stateMore', { count: machine.unlisted })}</p>}
    </section>
  )
}
