import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { deepFreeze } from '@/engine/deep-freeze'
import { editingOf, leaveEdit, saveEdit } from './edit'
import { openTerminal } from './open-terminal'
import { execute, pressKey, type Terminal } from './terminal'

const hub = loadHub(nodeFiles('content'))
const start = openTerminal({ hub, editor: true, files: { notes: 'one\n' } })
deepFreeze(start.state)

function after(...lines: readonly string[]): Terminal {
  return lines.reduce((terminal, line) => execute(terminal, line).terminal, start)
}

describe('an editor', () => {
  it('[ED1] shows the file, saves what is handed in, and gives the prompt back', () => {
    const opened = execute(start, 'nano notes')
    expect([opened.output, opened.exitCode, editingOf(opened.terminal)]).toEqual([
      '',
      null,
      { file: 'notes', text: 'one\n' },
    ])
    const saved = saveEdit(opened.terminal, 'one\ntwo "é" \u0007 $x')
    expect([saved.output, saved.exitCode, saved.prompt, editingOf(saved.terminal)]).toEqual([
      '',
      0,
      'student@host:~$ ',
      null,
    ])
    expect(execute(saved.terminal, 'cat notes').output).toBe('one\ntwo "é" \u0007 $x\n')
    expect(execute(leaveEdit(opened.terminal).terminal, 'cat notes').output).toBe('one\n')
  })

  it('[ED1] makes a new file, and goes on with the rest of the line', () => {
    const opened = execute(start, 'mkdir app && vim app/run.sh && echo done')
    expect(editingOf(opened.terminal)).toEqual({ file: 'app/run.sh', text: '' })
    expect(saveEdit(opened.terminal, 'echo hi').output).toBe('done\n')
    expect(execute(leaveEdit(opened.terminal).terminal, 'ls app').output).toBe('')
  })

  it('[ED1] works in a container and on another machine', () => {
    for (const lines of [['docker run -it alpine sh'], ['ssh host2'], ['ssh host2', 'docker run -it alpine sh']]) {
      const opened = execute(after(...lines), 'vi f').terminal
      expect(editingOf(opened)).toEqual({ file: 'f', text: '' })
      expect(execute(saveEdit(opened, 'inside\n').terminal, 'cat f').output).toBe('inside\n')
    }
  })

  it('[ED2] tells what cannot be read or written', () => {
    expect(execute(start, 'nano /etc').output).toBe('"/etc" is a directory\n')
    const system = execute(start, 'nano /etc/hostname').terminal
    expect(saveEdit(system, 'x')).toMatchObject({
      output: 'Error writing /etc/hostname: Permission denied\n',
      exitCode: 1,
    })
    expect(saveEdit(execute(start, 'sudo nano /etc/hostname').terminal, 'x')).toMatchObject({ output: '', exitCode: 0 })
    expect(execute(start, 'echo x | nano notes').output).toBe('nano: Standard input is not a terminal\n')
  })

  it('[ED2] is not disturbed by keys, nor by a text that is too long', () => {
    const opened = execute(start, 'nano notes').terminal
    const typed = pressKey(execute(opened, 'typed into it').terminal, '^C').terminal
    expect(editingOf(typed)).toEqual({ file: 'notes', text: 'one\n' })
    expect(execute(saveEdit(typed, 'kept').terminal, 'cat notes').output).toBe('kept\n')
    expect(execute(saveEdit(typed, 'x'.repeat(1_000_001)).terminal, 'cat notes').output).toBe('one\n')
  })

  it('[ED3] is passed over where nobody can hand a text in', () => {
    const terminal = openTerminal({ hub, files: { notes: 'one\n' } })
    expect(execute(terminal, 'nano notes; cat notes')).toMatchObject({ output: 'one\n', exitCode: 0 })
  })
})
