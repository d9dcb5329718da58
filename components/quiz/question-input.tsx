'use client'

import { useLocale, useTranslations } from 'use-intl'
import { type Choice, MultipleChoice, SingleChoice } from '@/components/ui/choice-group'
import { RichText } from '@/components/ui/rich-text'
import { TextField } from '@/components/ui/text-field'
import { assertNever } from '@/engine/assert-never'
import { emptyResponse, type Response } from '@/grader/quiz/response'
import type { StudentOption, StudentQuestion } from '@/grader/quiz/student-question'
import type { Language } from '@/messages/language'
import { DockerfileInput } from './inputs/dockerfile-input'
import { FillInput } from './inputs/fill-input'
import { MatchingInput } from './inputs/matching-input'
import { OrderingInput } from './inputs/ordering-input'
import { PredictInput } from './inputs/predict-input'

interface QuestionInputProps {
  readonly question: StudentQuestion
  readonly response: Response | null
  readonly onChange: (response: Response) => void
  /** Name of the group of answers, for those who do not see the prompt above it. */
  readonly label: string
  readonly isReadOnly?: boolean
}

/** Where a question of any type is answered. */
export function QuestionInput({ question, response, onChange, label, isReadOnly = false }: QuestionInputProps) {
  const t = useTranslations('quiz')
  const language = useLocale()
  const given = response?.type === question.type ? response : emptyResponse(question.type)
  const shared = { label, isReadOnly }
  switch (question.type) {
    case 'single':
      return (
        <SingleChoice
          {...shared}
          hint={t('chooseOne')}
          choices={optionChoices(question.options, language)}
          value={given.type === 'single' ? given.choice : null}
          onChange={(choice) => onChange({ type: 'single', choice })}
        />
      )
    case 'multiple':
      return (
        <MultipleChoice
          {...shared}
          hint={t('chooseSeveral')}
          choices={optionChoices(question.options, language)}
          value={given.type === 'multiple' ? given.choices : []}
          onChange={(choices) => onChange({ type: 'multiple', choices })}
        />
      )
    case 'true-false':
      return (
        <SingleChoice
          {...shared}
          choices={[
            { id: 'true', content: t('true'), digit: 1 },
            { id: 'false', content: t('false'), digit: 2 },
          ]}
          value={given.type === 'true-false' && given.choice !== null ? String(given.choice) : null}
          onChange={(choice) => onChange({ type: 'true-false', choice: choice === 'true' })}
        />
      )
    case 'numeric':
      return (
        <TextField
          label={t('number')}
          inputMode="decimal"
          autoComplete="off"
          className="max-w-56"
          isReadOnly={isReadOnly}
          value={given.type === 'numeric' ? given.text : ''}
          onChange={(text) => onChange({ type: 'numeric', text })}
          {...(question.unit === undefined ? {} : { suffix: question.unit[language] })}
        />
      )
    case 'text':
    case 'command':
      return (
        <TextField
          label={question.type === 'command' ? t('command') : t(question.code ? 'codeText' : 'text')}
          {...(question.type === 'command' ? { description: t('commandHint') } : {})}
          code={question.type === 'command' || question.code}
          autoComplete="off"
          isReadOnly={isReadOnly}
          maxLength={300}
          value={given.type === question.type ? given.text : ''}
          onChange={(text) => onChange({ type: question.type, text })}
        />
      )
    case 'ordering':
      return (
        <OrderingInput
          {...shared}
          items={question.items}
          order={given.type === 'ordering' ? given.order : []}
          onChange={(order) => onChange({ type: 'ordering', order })}
        />
      )
    case 'matching':
      return (
        <MatchingInput
          {...shared}
          lines={question.lines}
          choices={question.choices}
          pairs={given.type === 'matching' ? given.pairs : {}}
          onChange={(pairs) => onChange({ type: 'matching', pairs })}
        />
      )
    case 'fill':
      return (
        <FillInput
          {...shared}
          code={question.code}
          segments={question.body[language]}
          blanks={given.type === 'fill' ? given.blanks : {}}
          onChange={(blanks) => onChange({ type: 'fill', blanks })}
        />
      )
    case 'predict':
      return (
        <PredictInput
          {...shared}
          question={question}
          given={given.type === 'predict' ? given : { text: '', rows: [] }}
          onChange={({ text, rows }) => onChange({ type: 'predict', text, rows })}
        />
      )
    case 'dockerfile':
      return (
        <DockerfileInput
          files={question.files}
          text={response?.type === 'dockerfile' ? response.text : question.given}
          isReadOnly={isReadOnly}
          onChange={(text) => onChange({ type: 'dockerfile', text })}
        />
      )
    default:
      return assertNever(question)
  }
}

function optionChoices(options: readonly StudentOption[], language: Language): readonly Choice[] {
  return options.map((option, index) => ({
    id: option.id,
    content: <RichText html={option.text[language]} as="span" />,
    digit: index + 1,
  }))
}
