import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { Response } from '@/grader/quiz/response'
import type { StudentQuestion } from '@/grader/quiz/student-question'
import { chooseByDigit } from './choose-by-digit'
import { QuestionInput } from './question-input'

const both = (text: string) => ({ fr: text, en: text })
const base = { id: 'q', chapter: '11-stop-start-kill', difficulty: 1, prompt: both('<p>?</p>') } as const

let given: Response | null = null

function Answering({ question, isReadOnly }: { readonly question: StudentQuestion; readonly isReadOnly: boolean }) {
  const [response, setResponse] = useState<Response | null>(null)
  return (
    <QuestionInput
      question={question}
      response={response}
      label="Question 1"
      isReadOnly={isReadOnly}
      onChange={(next) => {
        given = next
        setResponse(next)
      }}
    />
  )
}

function answer(question: StudentQuestion, isReadOnly = false) {
  given = null
  render(
    <ClientMessages language="en" namespaces={['quiz']}>
      <Answering question={question} isReadOnly={isReadOnly} />
    </ClientMessages>,
  )
  return userEvent.setup()
}

const ordering: StudentQuestion = {
  ...base,
  type: 'ordering',
  items: [
    { id: 'start', text: both('Start') },
    { id: 'pull', text: both('<code>pull</code>') },
    { id: 'create', text: both('Create') },
  ],
}

describe('ordering', () => {
  const shown = () => within(screen.getByRole('list', { name: 'Question 1' })).getAllByRole('listitem')
  const order = () => shown().map((item) => item.textContent)

  it('moves items by buttons that say what they move, and says where it went', async () => {
    const user = answer(ordering)
    expect(order()).toEqual(['1Start', '2pull', '3Create'])
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(
      Array.from({ length: 3 }, () => ['Move up', 'Move down']).flat(),
    )
    await user.click(screen.getByRole('button', { name: 'Move down Start' }))
    expect(order()).toEqual(['1pull', '2Start', '3Create'])
    expect(given).toEqual({ type: 'ordering', order: ['pull', 'start', 'create'] })
    expect(screen.getByRole('status')).toHaveTextContent('Now number 2 of 3')
    expect(screen.getByRole('button', { name: 'Move down Start' })).toHaveFocus()
  })

  it('moves items by the arrow keys, the focus going with them', async () => {
    const user = answer(ordering)
    screen.getByRole('button', { name: 'Move up Create' }).focus()
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(order()).toEqual(['1Create', '2Start', '3pull'])
    expect(screen.getByRole('button', { name: 'Move down Create' })).toHaveFocus()
    await user.keyboard('{ArrowUp}{ArrowDown}')
    expect(given).toEqual({ type: 'ordering', order: ['start', 'create', 'pull'] })
  })

  it('stays as it is where nothing may be changed', () => {
    answer(ordering, true)
    for (const button of screen.getAllByRole('button')) {
      expect(button).toBeDisabled()
    }
  })
})

describe('matching', () => {
  it('has a menu for each line, named by it', async () => {
    const user = answer({
      ...base,
      type: 'matching',
      lines: [
        { id: 'died', text: both('<code>137</code>') },
        { id: 'lost', text: both('<code>127</code>') },
      ],
      choices: [
        { id: 'absent', text: both('Not found') },
        { id: 'killed', text: both('Killed') },
      ],
    })
    const menu = screen.getByRole('combobox', { name: '137' })
    expect(
      within(menu)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Choose…', 'Not found', 'Killed'])
    await user.selectOptions(menu, 'Killed')
    await user.selectOptions(screen.getByRole('combobox', { name: '127' }), 'Not found')
    expect(given).toEqual({ type: 'matching', pairs: { died: 'killed', lost: 'absent' } })
  })
})

describe('fill-in', () => {
  it('has numbered fields within the code, which nothing corrects', async () => {
    const user = answer({
      ...base,
      type: 'fill',
      code: true,
      body: { fr: [], en: [{ text: 'FROM ' }, { blank: 'base' }, { text: '\nCMD ' }, { blank: 'act' }] },
    })
    const [first, second] = screen.getAllByRole('textbox')
    expect(first).toHaveAccessibleName('Blank 1')
    expect(second).toHaveAccessibleName('Blank 2')
    expect(first).toHaveAttribute('autocapitalize', 'none')
    expect(first).toHaveAttribute('spellcheck', 'false')
    await user.type(screen.getByRole('textbox', { name: 'Blank 1' }), 'alpine')
    await user.type(screen.getByRole('textbox', { name: 'Blank 2' }), 'sh')
    expect(given).toEqual({ type: 'fill', blanks: { base: 'alpine', act: 'sh' } })
    expect(screen.getByRole('group', { name: 'Question 1' })).toHaveTextContent('Fill in every blank.FROM CMD')
  })
})

describe('a typed answer', () => {
  it('is a line of code for a command', async () => {
    const user = answer({ ...base, type: 'command' })
    const field = screen.getByRole('textbox', { name: 'Your command' })
    expect(field).toHaveAttribute('autocorrect', 'off')
    expect(field).toHaveAccessibleDescription(
      'One line, as you would type it at the terminal. Any form that has the effect is right.',
    )
    await user.type(field, 'docker ps -a')
    expect(given).toEqual({ type: 'command', text: 'docker ps -a' })
  })

  it('is plain text for words', async () => {
    const user = answer({ ...base, type: 'text', code: false })
    await user.type(screen.getByRole('textbox', { name: 'Your answer' }), 'SIGTERM')
    expect(given).toEqual({ type: 'text', text: 'SIGTERM' })
  })

  it('begins with the Dockerfile to repair, its files beside it', async () => {
    const user = answer({ ...base, type: 'dockerfile', given: 'FROM alpine', files: { 'a.txt': 'hello' } })
    const field = screen.getByRole('textbox', { name: 'Your Dockerfile' })
    expect(field).toHaveValue('FROM alpine')
    expect(screen.getByText('a.txt')).toBeVisible()
    await user.type(field, ':3.20')
    expect(given).toEqual({ type: 'dockerfile', text: 'FROM alpine:3.20' })
    await user.clear(field)
    expect(field).toHaveValue('')
  })
})

describe('a prediction', () => {
  const rows: StudentQuestion = {
    ...base,
    type: 'predict',
    lines: ['docker run -d --name web nginx', 'docker ps -a'],
    ask: 'rows',
    rows: [
      { id: 'row-1', text: 'web   Up' },
      { id: 'row-2', text: 'web   Exited (0)' },
    ],
  }

  it('shows what is typed and offers rows, by digit too', async () => {
    const user = answer(rows)
    expect(screen.getByRole('figure')).toHaveTextContent(
      'Typed at the terminal$ docker run -d --name web nginx $ docker ps -a',
    )
    await user.click(screen.getByRole('checkbox', { name: /Exited/ }))
    expect(given).toEqual({ type: 'predict', text: '', rows: ['row-2'] })
    expect(chooseByDigit(rows, given, 1)).toEqual({ type: 'predict', text: '', rows: ['row-2', 'row-1'] })
    expect(chooseByDigit(rows, given, 2)).toEqual({ type: 'predict', text: '', rows: [] })
    expect(chooseByDigit(rows, given, 3)).toBeNull()
    expect(chooseByDigit(ordering, null, 1)).toBeNull()
  })

  it('asks for a code in digits', async () => {
    const user = answer({ ...rows, ask: 'exit-code', rows: [] })
    const field = screen.getByRole('textbox', { name: 'Exit code of the last line' })
    expect(field).toHaveAttribute('inputmode', 'numeric')
    await user.type(field, '137')
    expect(given).toEqual({ type: 'predict', text: '137', rows: [] })
  })
})
