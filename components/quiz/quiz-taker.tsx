'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isAnswered } from '@/grader/quiz/response'
import type { AttemptView } from '@/server/views/attempt-view'
import { chooseByDigit } from './choose-by-digit'
import { QuestionOverview } from './question-overview'
import { QuestionPlate, questionAnchor } from './question-plate'
import { QuizBar } from './quiz-bar'
import { useQuizKeys } from './quiz-keys'
import { isUnsent } from './response-store'
import { SubmitDialog, type SubmitState } from './submit-dialog'
import { type ResponseTransport, useResponseStore } from './use-response-store'

type Layout = 'one' | 'all'

/** Taking a quiz: every answer saved when given, all of it by mouse, touch or keyboard. */
export function QuizTaker({
  attempt,
  title,
  transport,
  submit,
}: {
  readonly attempt: AttemptView
  readonly title: string
  readonly transport: ResponseTransport
  /** Hands the attempt in; tells whether that went through. */
  readonly submit: () => Promise<boolean>
}) {
  const t = useTranslations('quiz')
  const store = useResponseStore(attempt.id, attempt.responses, transport)
  const responses = store.snapshot()
  const { questions } = attempt
  const [layout, setLayout] = useState<Layout>('one')
  const [current, setCurrent] = useState(0)
  const [flags, setFlags] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const [submitState, setSubmitState] = useState<SubmitState>('idle')

  const entries = questions.map((question) => {
    const response = responses.get(question.id)?.response ?? null
    return { id: question.id, answered: response !== null && isAnswered(response), flagged: flags.has(question.id) }
  })
  const states = [...responses.values()]
  const unsent = states.filter(isUnsent).length
  const offline = states.some(({ state }) => state === 'offline')
  const answered = entries.filter((entry) => entry.answered).length

  const open = (index: number) => {
    setCurrent(index)
    window.setTimeout(() => document.getElementById(questionAnchor(index + 1))?.focus(), 0)
  }
  const flag = (id: string) => setFlags(toggled(flags, id))
  const question = questions[current]
  useQuizKeys({
    onDigit: (digit) => {
      const chosen =
        question === undefined ? null : chooseByDigit(question, responses.get(question.id)?.response ?? null, digit)
      if (question !== undefined && chosen !== null) {
        store.change(question.id, chosen)
      }
    },
    onMove: (step) => open(Math.min(Math.max(current + step, 0), questions.length - 1)),
    onFlag: () => (question === undefined ? undefined : flag(question.id)),
  })
  const handIn = async () => {
    setSubmitState('submitting')
    setSubmitState((await submit()) ? 'submitting' : 'failed')
  }

  return (
    <div className="grid gap-6">
      <QuizBar
        title={title}
        answered={answered}
        total={questions.length}
        unsent={unsent}
        layout={layout}
        onLayout={setLayout}
        onSubmit={() => {
          store.flush()
          setAsking(true)
        }}
      />
      {offline ? (
        <Notice tone="caution" live>
          {t('offlineBanner')}
        </Notice>
      ) : null}
      <QuestionOverview entries={entries} current={current} onOpen={open} />
      {questions.map((one, index) =>
        layout === 'all' || index === current ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: only notes which question the reader is at; nothing is operated here.
          <div key={one.id} onFocus={() => setCurrent(index)}>
            <QuestionPlate
              question={one}
              number={index + 1}
              total={questions.length}
              kept={responses.get(one.id)}
              flagged={flags.has(one.id)}
              onChange={(response) => store.change(one.id, response)}
              onFlag={() => flag(one.id)}
            />
          </div>
        ) : null,
      )}
      {layout === 'one' ? (
        <div className="flex justify-between gap-3">
          <Button isDisabled={current === 0} onPress={() => open(current - 1)}>
            ← {t('previous')}
          </Button>
          <Button tone="ink" isDisabled={current === questions.length - 1} onPress={() => open(current + 1)}>
            {t('next')} →
          </Button>
        </div>
      ) : null}
      <SubmitDialog
        isOpen={asking}
        onOpenChange={setAsking}
        counts={{ unanswered: questions.length - answered, flagged: flags.size, unsent }}
        state={submitState}
        onSubmit={() => void handIn()}
      />
    </div>
  )
}

function toggled(flags: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(flags)
  if (!next.delete(id)) {
    next.add(id)
  }
  return next
}
