'use client'

import { useTranslations } from 'use-intl'
import { MultipleChoice } from '@/components/ui/choice-group'
import { TextField } from '@/components/ui/text-field'
import type { StudentQuestion } from '@/grader/quiz/student-question'
import { atPrompt, TerminalText } from '../code-text'

interface Prediction {
  readonly text: string
  readonly rows: readonly string[]
}

/** A session, and what its last line will show: rows to choose, a code or a text to type. */
export function PredictInput({
  label,
  question,
  given,
  onChange,
  isReadOnly,
}: {
  readonly label: string
  readonly question: Extract<StudentQuestion, { type: 'predict' }>
  readonly given: Prediction
  readonly onChange: (prediction: Prediction) => void
  readonly isReadOnly: boolean
}) {
  const t = useTranslations('quiz')
  return (
    <div className="grid min-w-0 gap-4">
      <TerminalText label={t('typed')} text={atPrompt(question.lines)} />
      {question.ask === 'rows' ? (
        <MultipleChoice
          label={label}
          hint={t('predictRows')}
          isReadOnly={isReadOnly}
          choices={question.rows.map((row, index) => ({
            id: row.id,
            content: <code className="break-words whitespace-pre-wrap">{row.text}</code>,
            digit: index + 1,
          }))}
          value={given.rows}
          onChange={(rows) => onChange({ text: '', rows })}
        />
      ) : (
        <TextField
          code
          label={question.ask === 'exit-code' ? t('predictCode') : t('predictText')}
          isReadOnly={isReadOnly}
          maxLength={2000}
          {...(question.ask === 'exit-code' ? { inputMode: 'numeric', className: 'max-w-56' } : { rows: 3 })}
          value={given.text}
          onChange={(text) => onChange({ text, rows: [] })}
        />
      )}
    </div>
  )
}
