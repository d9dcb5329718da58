import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { ExampleMove } from '@/course/chapter/chapter-document'
import type { PracticeStart } from '@/course/chapter/practice-start'
import { describeHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { translator } from '@/messages/translate'
import { Practice } from './practice'

/** jsdom has no workers, so the engine runs on the page, as it does where a browser has none. */

// The engine is loaded on demand: a limit that only ends what hangs.
configure({ asyncUtilTimeout: 30_000 })

const t = translator('en', 'practice')
const HUB = JSON.stringify(describeHub(nodeFiles('content')))

const move = (input: string, hidden = false): ExampleMove => ({ action: { kind: 'type', input }, hidden })

const STARTS: readonly PracticeStart[] = [
  {
    id: 'first',
    after: null,
    draw: 1,
    moves: [
      move('docker pull -q alpine', true),
      move('docker run -d --name box alpine sleep 100'),
      move('docker stop box'),
    ],
    title: 'Beginning',
  },
  { id: 'second', after: 'first', draw: 2, moves: [move('docker start box')], title: 'Going on' },
]

beforeEach(() => {
  window.location.hash = ''
  localStorage.clear()
  sessionStorage.clear()
  vi.stubGlobal('fetch', async () => new Response(HUB))
  Element.prototype.scrollTo = () => {}
  window.matchMedia = vi.fn().mockReturnValue({ matches: true })
  return () => vi.unstubAllGlobals()
})

function show() {
  render(
    <ClientMessages language="en" namespaces={['practice']}>
      <Practice name="en/chapter" hubAddress="/hub.json" starts={STARTS} chapterHref="/en/chapters/chapter" />
    </ClientMessages>,
  )
  return screen.findByRole('textbox', { name: /^Command line\./ })
}

const log = () => screen.getByRole('log').textContent ?? ''

/** Waits until the terminal stands at a prompt after so many lines. */
async function settled(lines: number): Promise<void> {
  await waitFor(() => {
    expect(screen.getByRole('log').children).toHaveLength(lines)
    expect(screen.getByLabelText(/^Command line\..*[$#]$/)).toBeInTheDocument()
  })
}

describe('the practice terminal', () => {
  it('leads through the example and shows what each command does to the machine', async () => {
    const user = userEvent.setup()
    const input = await show()
    await user.click(screen.getByRole('button', { name: `${t('insert')} docker run -d --name box alpine sleep 100` }))
    expect(input).toHaveFocus()
    await user.keyboard('{Enter}')
    await settled(1)
    const machine = screen.getByRole('heading', { name: t('machine') }).closest('details') ?? document.body
    expect(within(machine).getByText('running').closest('li')).toHaveTextContent(
      `${t('justChanged')} boxrunning${t('from', { image: 'alpine' })}`,
    )
    await user.click(screen.getByRole('button', { name: `${t('insert')} docker stop box` }))
    await user.keyboard('{Enter}')
    await settled(2)
    expect(log()).toMatch(
      /^student@host:~\$ docker run -d --name box alpine sleep 100\n[0-9a-f]{64}\nstudent@host:~\$ docker stop box\nbox\n$/,
    )
    expect(within(machine).getByText('exited (137)')).toBeInTheDocument()
    expect(screen.getByText(t('allDone', { count: 2 }))).toBeInTheDocument()
    expect(screen.getByRole('link', { name: t('backToText') })).toHaveAttribute(
      'href',
      '/en/chapters/chapter#example-first',
    )
    expect(screen.getByRole('link', { name: `${t('nextExample')} docker start box` })).toHaveAttribute(
      'href',
      '#second',
    )
  })

  it('opens an example where the one before it ended', async () => {
    window.location.hash = '#second'
    const user = userEvent.setup()
    await user.type(await show(), 'docker start box{Enter}')
    await settled(1)
    expect(log()).toBe('student@host:~$ docker start box\nbox\n')
  })

  it('has the keys of a terminal', async () => {
    const user = userEvent.setup()
    const input = await show()
    await user.type(input, 'docker run -it --name shell alpine{Enter}')
    await settled(1)
    await user.type(input, 'echo hi{Enter}')
    await settled(2)
    await user.keyboard('{ArrowUp}')
    expect(input).toHaveValue('echo hi')
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(input).toHaveValue('docker run -it --name shell alpine')
    await user.keyboard('{ArrowDown}{ArrowDown}half')
    expect(input).toHaveValue('half')
    await user.keyboard('{Control>}c{/Control}')
    await settled(3)
    expect(input).toHaveValue('')
    await user.keyboard('{Control>}p{/Control}{Control>}q{/Control}')
    await settled(4)
    await user.keyboard('docker att{Tab}sh{Tab}')
    await waitFor(() => expect(input).toHaveValue('docker attach shell '))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('log').children).toHaveLength(5))
    await user.keyboard('{Control>}d{/Control}')
    await waitFor(() => expect(screen.getByText('exited (130)')).toBeInTheDocument())
    await user.keyboard('{Control>}l{/Control}')
    expect(log()).toBe('')
  })

  it('enters each line of a paste, and leaves the last on the line', async () => {
    const user = userEvent.setup()
    const input = await show()
    await user.click(input)
    await user.paste('cat <<EOF\nfirst\nEOF\necho las')
    await settled(3)
    expect(log()).toBe('student@host:~$ cat <<EOF\n> first\n> EOF\nfirst\n')
    expect(input).toHaveValue('echo las')
  })

  it('lets Tab leave an empty line, and any line after Escape', async () => {
    const user = userEvent.setup()
    const input = await show()
    await user.click(input)
    await user.tab()
    expect(input).not.toHaveFocus()
    await user.click(input)
    await user.keyboard('docker{Tab}')
    expect(input).toHaveFocus()
    await user.keyboard('{Escape}{Tab}')
    expect(input).not.toHaveFocus()
  })

  it('opens an editor, and goes on at the line once it is closed', async () => {
    const user = userEvent.setup()
    await user.type(await show(), 'nano notes{Enter}')
    const text = await screen.findByRole('textbox', { name: 'notes' })
    expect(text).toHaveFocus()
    await user.keyboard('hello')
    await user.click(screen.getByRole('button', { name: t('editorSave') }))
    const input = await screen.findByRole('textbox', { name: /^Command line\./ })
    expect(input).toHaveFocus()
    await user.keyboard('cat notes{Enter}')
    await settled(2)
    expect(log()).toBe('student@host:~$ nano notes\nstudent@host:~$ cat notes\nhello\n')
  })

  it('takes a password unseen', async () => {
    const user = userEvent.setup()
    await user.type(await show(), 'docker login -u student{Enter}')
    const password = await screen.findByLabelText(new RegExp(t('inputUnseen')))
    expect(password).toHaveAttribute('type', 'password')
    await user.type(password, 'docker-course{Enter}')
    await waitFor(() => expect(log()).toContain('Login Succeeded'))
    expect(log()).not.toContain('docker-course')
  })

  it('asks before a session is lost', async () => {
    const user = userEvent.setup()
    const input = await show()
    await user.type(input, 'touch file{Enter}')
    await settled(1)
    await user.click(screen.getByRole('button', { name: t('reset') }))
    await user.click(screen.getByRole('button', { name: t('resetNo') }))
    expect(log()).toBe('student@host:~$ touch file\n')
    await user.click(screen.getByRole('button', { name: t('reset') }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: t('resetYes') }))
    await waitFor(() => expect(log()).toBe(''))
  })
})
