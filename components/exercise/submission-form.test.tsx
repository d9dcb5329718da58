import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { SubmissionDraft } from './submission-draft'
import { SubmissionForm, type SubmitFailure } from './submission-form'

let handedIn: { draft: SubmissionDraft; key: string }[] = []
let refusal: SubmitFailure | null = null

beforeEach(() => {
  handedIn = []
  refusal = null
  localStorage.clear()
})

function show() {
  return render(
    <ClientMessages language="en" namespaces={['exercise']}>
      <SubmissionForm
        assignmentId="exercise-1"
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
  expect(handedIn.map((one) => one.draft)).toEqual([
    {
      transcripts: ['$ docker ps\n', '$ docker logs web\n'],
      files: [{ name: 'Dockerfile', content: 'FROM nginx\n' }],
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
  expect(screen.getByText('3 secrets will be masked before sending')).toBeVisible()
  expect(screen.getByText('hunter222').closest('dd')).toHaveTextContent('hunter222 → p1xxxxxxx')
  await user.click(screen.getByRole('button', { name: 'Get it marked' }))
  expect(handedIn.map((one) => one.draft.transcripts)).toEqual([
    ['u1xxxxxxx@h1xxxxxxx:~$ docker login -u zoe -p p1xxxxxxx\n'],
  ])
})
