import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { judgeCase } from '@/cli/appeal-case'
import { runQuai } from '@/cli/quai'
import { data } from '../grader/sessions'

/** Appeals that an instructor accepted, as their pages hand them out: what Docker printed there must be believed. */
const folder = path.join(import.meta.dirname, 'appeals')
const cases = readdirSync(folder).filter((file) => file.endsWith('.json'))
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8')

test.each(cases)('the engine believes what Docker printed in %s', (file) => {
  const { appeal, step } = judgeCase(file, textOf(file), data)
  expect({ command: step.command, output: step.output }).toEqual({ command: appeal.command, output: appeal.printed })
  expect(step.findings).toEqual([])
  expect(['consistent', 'failed', 'unverifiable']).toContain(step.verdict)
})

test('`quai appeal` says of a case whether the engine still disagrees, and refuses what is no case', async () => {
  const file = path.join(folder, 'example-exit-137.json')
  expect(await runQuai(['appeal', file])).toEqual({
    stdout: `${file}:51: consistent: docker ps -a\n`,
    stderr: '',
    exitCode: 0,
  })
  const { appeal, step, isDisputed } = judgeCase(
    file,
    textOf(file.slice(folder.length + 1)).replaceAll('Exited (137)', 'Exited (0)'),
    data,
  )
  expect([appeal.line, step.verdict, isDisputed]).toEqual([51, 'inconsistent', true])
  expect(await runQuai(['appeal', path.join(folder, '../KNOWN.md')])).toMatchObject({ stdout: '', exitCode: 1 })
  expect(() => judgeCase('case.json', '{"format":"quai-appeal-2"}', data)).toThrow(
    /^case\.json:1: is no appeal \(format: /,
  )
  expect(() =>
    judgeCase('case.json', textOf('example-exit-137.json').replace(/"line": \d+/, '"line": 999'), data),
  ).toThrow('case.json:1: its session has no command at line 999')
})
