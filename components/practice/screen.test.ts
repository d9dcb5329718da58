import { describe, expect, it } from 'vitest'
import { clearScreen, openScreen, type Screen, screenText, showOnScreen, typeOnScreen } from './screen'

const PROMPT = 'student@host:~$ '

/** A line is typed at a prompt, and a prompt follows what it shows. */
function run(screen: Screen, line: string, output: string): Screen {
  return showOnScreen(typeOnScreen(screen, `${line}\n`), output, PROMPT, true)
}

describe('a screen', () => {
  it('shows what a terminal shows, to the character', () => {
    const screen = run(run(openScreen(PROMPT), 'docker ps -q', 'a1b2c3\n'), 'echo -n hi', 'hi')
    expect(screenText(screen)).toBe(
      'student@host:~$ docker ps -q\na1b2c3\nstudent@host:~$ echo -n hi\nhistudent@host:~$ ',
    )
    expect(screen.line).toBe(PROMPT)
  })

  it('holds the beginning of an output on its line until it goes on', () => {
    const asked = showOnScreen(typeOnScreen(openScreen(PROMPT), 'login\n'), 'hello\nPassword: ', 'Password: ', false)
    expect(asked.line).toBe('Password: ')
    expect(asked.entries[0]?.output).toBe('hello\n')
    const entered = showOnScreen(typeOnScreen(asked, '\n'), 'ok\n', PROMPT, true)
    expect(screenText(entered)).toBe(`${PROMPT}login\nhello\nPassword: \nok\n${PROMPT}`)
  })

  it('adds to the last command what appears while time passes', () => {
    const begun = showOnScreen(typeOnScreen(openScreen(PROMPT), 'ping host\n'), 'one\ntw', 'tw', false)
    const later = showOnScreen(begun, 'o\nthree\n', '', false)
    expect(later.entries).toHaveLength(1)
    expect(screenText(later)).toBe(`${PROMPT}ping host\none\ntwo\nthree\n`)
    expect(screenText(showOnScreen(later, '^C\n', PROMPT, true))).toBe(
      `${PROMPT}ping host\none\ntwo\nthree\n^C\n${PROMPT}`,
    )
  })

  it('stays the same object where nothing appeared', () => {
    const screen = run(openScreen(PROMPT), 'true', '')
    expect(showOnScreen(screen, '', PROMPT, true)).toBe(screen)
  })

  it('leaves out colours, titles and bells, and lets a carriage return write over its line', () => {
    const shown = run(
      openScreen(''),
      '',
      '\u001b[1;31mred\u001b[0m \u001b]0;title\u0007end\u0007\n10%\r100%\nlong\rab\r\n',
    )
    expect(shown.entries[0]?.output).toBe('red end\n100%\nabng\n')
  })

  it('keeps the newest hundred and fifty thousand characters', () => {
    const whole = run(openScreen(PROMPT), 'first', 'x\n'.repeat(10))
    expect(whole.isCut).toBe(false)
    const cut = run(run(whole, 'second', `${'y'.repeat(100_000)}\n`), 'third', `${'z'.repeat(90_000)}\n`)
    expect(cut.isCut).toBe(true)
    expect(screenText(cut).length).toBeLessThan(151_000)
    expect(screenText(cut).endsWith(`${'z'.repeat(90_000)}\n${PROMPT}`)).toBe(true)
    expect(clearScreen(cut)).toEqual({ entries: [], line: PROMPT, isCut: false, nextId: 3 })
  })
})
