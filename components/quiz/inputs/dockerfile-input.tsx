'use client'

import { useTranslations } from 'use-intl'
import { TextField } from '@/components/ui/text-field'
import { CodeText } from '../code-text'

/** A Dockerfile being written, with the files that lie beside it. */
export function DockerfileInput({
  files,
  text,
  onChange,
  isReadOnly,
}: {
  readonly files: Readonly<Record<string, string>>
  readonly text: string
  readonly onChange: (text: string) => void
  readonly isReadOnly: boolean
}) {
  const t = useTranslations('quiz')
  const names = Object.keys(files)
  return (
    <div className="grid min-w-0 gap-4">
      <p className="text-sm text-soft">{t(names.length === 0 ? 'dockerfileAlone' : 'dockerfileHint')}</p>
      {names.map((name) => (
        <details key={name} className="border border-line">
          <summary className="cursor-pointer px-3 py-2 font-mono text-sm">{name}</summary>
          <CodeText label={name} text={files[name] ?? ''} />
        </details>
      ))}
      <TextField
        label={t('dockerfile')}
        rows={12}
        maxLength={8000}
        isReadOnly={isReadOnly}
        value={text}
        onChange={onChange}
      />
    </div>
  )
}
