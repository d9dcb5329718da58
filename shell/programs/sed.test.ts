import { expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith([], { f: 'a\nb\nc\nd\n', g: 'one\ntwo' })
const shown = (line: string) => lastShown(machine, [line])

/** What GNU sed 4.9 prints. */
it.each([
  ['sed N f', 'a\nb\nc\nd\n'],
  ["sed 'N;s/\\n/-/' f", 'a-b\nc-d\n'],
  ["sed -n '$!{h;d};H;x;p' f", 'c\nd\n'],
  ["sed '1!G;h;$!d' f", 'd\nc\nb\na\n'],
  ["sed -n '2{p;q}' f", 'b\n'],
  ["sed '$!N;P;D' f", 'a\nb\nc\nd\n'],
  ["sed 'n;d' f", 'a\nc\n'],
  ["sed ':a;N;$!ba;s/\\n/,/g' f", 'a,b,c,d\n'],
  ["sed -n 'x;p' f", '\na\nb\nc\n'],
  ["sed '2,+1d' f", 'a\nd\n'],
  ["sed '0~2d' f", 'a\nc\n'],
  ["sed -e 's/a/b/;tend;s/^/-/;:end' f", 'b\n-b\n-c\n-d\n'],
  ["sed '2Q' f", 'a\n'],
  ["sed '/b/,3c\\X' f", 'a\nX\nd\n'],
  ["sed 'G' g", 'one\n\ntwo\n\n'],
  ["sed '2a x' g", 'one\ntwo\nx\n'],
  ["sed -i.bak 's/a/z/' f; head -1 f f.bak", '==> f <==\nz\n\n==> f.bak <==\na\n'],
])('[PR14] %s', (line, output) => {
  expect(shown(line)).toEqual({ output, exitCode: 0 })
})

it.each([
  ["sed '{p' f", "sed: -e expression #1, char 0: unmatched `{'\n", 1],
  ["sed 'p}' f", "sed: -e expression #1, char 2: unexpected `}'\n", 1],
  ["sed 'dd' f", 'sed: -e expression #1, char 2: extra characters after command\n', 1],
  ["sed 'bx' f", "sed: can't find label for jump to `x'\n", 4],
])('[PR14] %s is refused', (line, output, exitCode) => {
  expect(shown(line)).toEqual({ output, exitCode })
})

it('[PR14] a script that never ends is given up', () => {
  expect(shown("sed ':a;ba' f").exitCode).toBe(0)
})

it('[PR15] tail has a heading above each of several files', () => {
  expect(shown('tail -n 1 f g').output).toBe('==> f <==\nd\n\n==> g <==\ntwo')
  expect(shown('tail -qn 1 f f').output).toBe('d\nd\n')
  expect(shown('tail -vn 1 f').output).toBe('==> f <==\nd\n')
})

it.each([
  ["'2026-01-30 + 3 days'", '2026-02-02'],
  ["'2026-02-28 +1 day'", '2026-03-01'],
  ["'2026-03-31 -1 week'", '2026-03-24'],
  ["'2026-01-15 next month'", '2026-02-15'],
  ["'2026-01-15 1 year ago'", '2025-01-15'],
  ["'2026-01-01 + 1 month - 1 day'", '2026-01-31'],
])('[PR15] date -d %s', (text, day) => {
  expect(shown(`date -d ${text} +%F`)).toEqual({ output: `${day}\n`, exitCode: 0 })
})

it('[PR15] date refuses what is no unit', () => {
  expect(shown("date -d '3 moons'")).toEqual({ output: "date: invalid date '3 moons'\n", exitCode: 1 })
})

it('[PR15] find -printf', () => {
  expect(shown("mkdir -p d/e; echo hi > d/e/h; find d -printf '%d %y %4s|%-4f|%h %P %m\\n' | grep h").output).toBe(
    '2 f    3|h   |d/e e/h 644\n',
  )
})
