import { describe, expect, test } from 'vitest'
import { readTranscript } from './read-transcript'
import { pasteMax } from './refuse'

function answer(text: string): unknown {
  const { steps, diagnostics } = readTranscript(text)
  return { steps: steps.length, codes: diagnostics.map(({ code }) => code) }
}

/** Bytes as a picture has them, the same in every run. */
function pictureBytes(length: number): string {
  let seed = 7
  const chars: string[] = ['\ufffdPNG\r\n\u001a\n']
  for (let i = 0; i < length; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    chars.push(String.fromCharCode((seed >> 16) % 256))
  }
  return chars.join('')
}

describe('[R11] what is no transcript gets one clear answer', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t\n', 'empty'],
    ['a Dockerfile', '# syntax=docker/dockerfile:1\nFROM alpine:3\nRUN apk add curl\nCMD ["sh"]\n', 'dockerfile'],
    ['a Dockerfile with a note', '# docker build -t x .\nFROM alpine:3\nRUN apk add curl\n', 'dockerfile'],
    ['a compose file', 'services:\n  web:\n    image: nginx\n    ports:\n      - "80:80"\n', 'yaml'],
    ['prose', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n'.repeat(20), 'no-command'],
    ['1 MB of noise', 'q7fLw0Zk3 '.repeat(100_000), 'no-command'],
    ["a picture's bytes", pictureBytes(200_000), 'binary'],
    ['too many characters', 'a'.repeat(pasteMax.characters + 1), 'too-large'],
    ['too many lines', 'a\n'.repeat(pasteMax.lines + 1), 'too-large'],
  ])('%s', (_name, text, code) => {
    expect(answer(text)).toEqual({ steps: 0, codes: [code] })
  })

  test('UTF-16 read as bytes is read all the same', () => {
    expect(answer('$ docker ps\nX'.replace(/[\s\S]/g, '$&\u0000'))).toEqual({ steps: 1, codes: ['utf-16'] })
  })
})
