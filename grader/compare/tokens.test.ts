import { expect, test } from 'vitest'
import { tokenize } from './tokens'

test('[J4] the date of a file, as ls -l prints it, is measured', () => {
  const around = (date: string) => [
    { kind: 'text', text: '-rw-r--r-- 1 root root 8 ' },
    { kind: 'measure', text: date },
    { kind: 'text', text: ' /note' },
  ]
  expect(tokenize('-rw-r--r--    1 root     root             8 Jan  5 09:00 /note')).toEqual(around('Jan 5 09:00'))
  expect(tokenize('-rw-r--r-- 1 root root 8 Oct  8  2025 /note')).toEqual(around('Oct 8 2025'))
})

test('[J6] a dynamic port is one after a colon or a quote, and where a line holds nothing but such numbers', () => {
  const kinds = (line: string) => tokenize(line).map(({ kind, text }) => `${kind} ${text}`)
  expect(kinds('49154')).toEqual(['port 49154'])
  expect(kinds('49154 49154')).toEqual(['port 49154', 'text  ', 'port 49154'])
  expect(kinds('80/tcp -> 0.0.0.0:32768')).toEqual(['text 80/tcp -> 0.0.0.0:', 'port 32768'])
  expect(kinds('8080')).toEqual(['text 8080'])
  expect(kinds('pid 49154')).toEqual(['text pid 49154'])
})
