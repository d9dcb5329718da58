import { expect, test } from 'vitest'
import { renderRows } from './render-rows'

function rendered(text: string): readonly string[] {
  return renderRows(text).map((row) => `${row.line} ${row.text}`)
}

test('[R13] a progress bar leaves its last state', () => {
  expect(rendered('10%\r50%\r100%\nfin')).toEqual(['1 100%', '2 fin'])
})

test('[R13] pull progress that moves the cursor up rewrites the rows it names', () => {
  const text = 'aaa: Waiting\nbbb: Waiting\n\u001b[2A\u001b[2Kaaa: Pull complete\r\n\u001b[2Kbbb: Pull complete\r\nfin'
  expect(rendered(text)).toEqual(['1 aaa: Pull complete', '2 bbb: Pull complete', '5 fin'])
})

test('[R13] colours, titles, marks of shell integration and invisible characters vanish; blanks become plain', () => {
  expect(rendered('\u001b]0;t\u0007\u001b]633;A\u001b\\\u001b[1;31mro\u200bot\u001b[0m\u00a0#\u202f')).toEqual([
    '1 root # ',
  ])
})

test('[R13] a character keeps the column it had', () => {
  expect(renderRows('\u001b[31mab\u001b[0mc')[0]?.columns).toEqual([5, 6, 11])
})

test('[R13] backspaces take back what was typed', () => {
  expect(rendered('docker p\bps')).toEqual(['1 docker ps'])
})
