import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { AskedFile } from '@/grader/exercise'
import type { StudentExerciseQuestion } from '@/grader/question/student-question'
import { MESSAGES } from '@/messages/translate'
import type { SubmissionDraft } from './submission-draft'
import './preview'
import { SubmissionForm } from './submission-form'
import type { SubmitFailure } from './use-hand-in'

let handedIn: { draft: SubmissionDraft; key: string }[] = []
let refusal: SubmitFailure | null = null

beforeEach(() => {
  handedIn = []
  refusal = null
  localStorage.clear()
})

const NO_FILES: readonly AskedFile[] = []
const NOTHING_KEPT: readonly string[] = []

function show(files = NO_FILES, questions: readonly StudentExerciseQuestion[] = []) {
  return render(
    <ClientMessages language="en" namespaces={['exercise']}>
      <SubmissionForm
        draftKey="exercise-1"
        files={files}
        questions={questions}
        kept={NOTHING_KEPT}
        remarks={MESSAGES.en.grader.diagnostic}
        submit={async (draft, key) => {
          handedIn.push({ draft, key })
          return refusal
        }}
      />
    </ClientMessages>,
  )
}

it('hands in several terminals and files, and forgets the draft once accepted', async () => {
  const user = userEvent.setup()
  const { unmount } = show()
  await user.click(screen.getByLabelText('Terminal 1'))
  await user.paste('$ docker ps\n')
  await user.click(screen.getByRole('button', { name: 'Add a terminal' }))
  await user.click(screen.getByLabelText('Terminal 2'))
  await user.paste('$ docker logs web\n')
  await user.upload(fileInput(), new File(['FROM nginx\n'], 'Dockerfile'))
  expect(await screen.findByText('Dockerfile')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Get it marked' }))
  await waitFor(() => expect(handedIn).toHaveLength(1))
  expect(handedIn.map((one) => one.draft)).toEqual([
    {
      transcripts: ['$ docker ps\n', '$ docker logs web\n'],
      files: [{ name: 'Dockerfile', content: 'FROM nginx\n' }],
      answers: {},
    },
  ])
  unmount()
  show()
  expect(screen.getByLabelText('Terminal 1')).toHaveValue('')
})

it('keeps the draft over a reload, and sends a repeated try under the same key', async () => {
  refusal = 'errorFailed'
  const user = userEvent.setup()
  const { unmount } = show()
  await user.click(screen.getByLabelText('Terminal 1'))
  await user.paste('$ docker ps')
  await user.click(screen.getByRole('button', { name: 'Get it marked' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Your text is kept here; try again.')
  await user.click(screen.getByRole('button', { name: 'Get it marked' }))
  expect(new Set(handedIn.map((one) => one.key)).size).toBe(1)
  unmount()
  show()
  expect(screen.getByLabelText('Terminal 1')).toHaveValue('$ docker ps')
})

it('does not send an empty session', async () => {
  const user = userEvent.setup()
  show()
  await user.click(screen.getByRole('button', { name: 'Get it marked' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Paste your session first: there is nothing to mark yet.')
  expect(handedIn).toEqual([])
})

it('says what it understood of each terminal before anything is sent', async () => {
  const user = userEvent.setup()
  show()
  await user.click(screen.getByLabelText('Terminal 1'))
  await user.paste('me@pc:~$ docker run -it alpine\n/ # ls\nbin\netc\n/ # exit\nme@pc:~$ docker ps\n')
  expect(await screen.findByText('4 commands were recognised. Nothing has been sent yet.')).toBeVisible()
  expect(screen.getByText('2 commands on the host, 2 inside a container.')).toBeVisible()
  const commands = screen.getAllByRole('listitem').filter((item) => item.querySelector('code') !== null)
  expect(commands.map((item) => item.textContent)).toEqual([
    '1docker run -it alpineno output',
    '2lsin a container · 2 lines',
    '5exitin a container · no output',
    '6docker psno output',
  ])
  expect(handedIn).toEqual([])
})

it('says of a pasted Dockerfile that it is no session', async () => {
  const user = userEvent.setup()
  show()
  await user.click(screen.getByLabelText('Terminal 1'))
  await user.paste('FROM nginx\nCOPY . /usr/share/nginx/html\nEXPOSE 80\n')
  expect(await screen.findByText(/This is a Dockerfile, not a terminal session\./)).toBeVisible()
})

const DOCKERFILE = [{ name: 'Dockerfile', language: 'dockerfile', initial: 'FROM alpine\n' }] as const
const QUESTIONS: readonly StudentExerciseQuestion[] = [
  { id: 'signal', type: 'number', prompt: { fr: 'Quel signal ?', en: 'Which signal?' } },
  {
    id: 'why',
    type: 'choice',
    prompt: { fr: 'Pourquoi ?', en: 'Why?' },
    options: [
      { id: 'a', text: { fr: 'Ceci', en: 'This' } },
      { id: 'b', text: { fr: 'Cela', en: 'That' } },
    ],
  },
]

it('shows under a file what Docker would say of its lines, and keeps file and answers over a reload', async () => {
  const user = userEvent.setup()
  const { unmount } = show(DOCKERFILE, QUESTIONS)
  const editor = screen.getByLabelText('Dockerfile')
  expect(editor).toHaveValue('FROM alpine\n')
  await user.type(editor, 'EXPOS 80')
  expect(await screen.findByText(/unknown instruction: EXPOS \(did you mean EXPOSE\?\)/)).toBeVisible()
  expect(editor).toHaveAccessibleDescription(/^Line 2: error\./)
  await user.type(screen.getByLabelText('Which signal?'), '15')
  await user.click(screen.getByRole('radio', { name: 'That' }))
  expect(await screen.findByText('Draft kept in this browser')).toBeVisible()
  unmount()
  show(DOCKERFILE, QUESTIONS)
  expect(screen.getByLabelText('Dockerfile')).toHaveValue('FROM alpine\nEXPOS 80')
  await user.click(screen.getByRole('button', { name: 'Get it marked' }))
  await waitFor(() => expect(handedIn).toHaveLength(1))
  expect(handedIn[0]?.draft).toEqual({
    transcripts: [''],
    files: [{ name: 'Dockerfile', content: 'FROM alpine\nEXPOS 80' }],
    answers: { signal: '15', why: 'b' },
  })
})

it('refuses what is no text and says which file', async () => {
  const user = userEvent.setup()
  show()
  await user.upload(fileInput(), new File([new Uint8Array([0, 1, 2])], 'capture.png'))
  expect(await screen.findByRole('alert')).toHaveTextContent('capture.png is not a text file.')
})

function fileInput(): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (input === null) {
    throw new Error('The form has no place to choose a file.')
  }
  return input
}

it('shows what it masks, and hands in nothing but masks', async () => {
  const user = userEvent.setup()
  show()
  await user.click(screen.getByLabelText('Terminal 1'))
  await user.paste('zoedupont@pc-de-zoe:~$ docker login -u zoe -p hunter222\n')
  expect(await screen.findByText('3 secrets will be masked before sending')).toBeVisible()
  expect(screen.getByText('hunter222').closest('dd')).toHaveTextContent('hunter222 → p1xxxxxxx')
  await user.click(screen.getByRole('button', { name: 'Get it marked' }))
  await waitFor(() => expect(handedIn).toHaveLength(1))
  expect(handedIn.map((one) => one.draft.transcripts)).toEqual([
    ['u1xxxxxxx@h1xxxxxxx:~$ docker login -u zoe -p p1xxxxxxx\n'],
  ])
})
