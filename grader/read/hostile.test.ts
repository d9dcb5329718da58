import { describe, expect, test } from 'vitest'
import { readTranscript } from './read-transcript'

const million = 1_000_000

function fill(unit: string): string {
  return unit.repeat(Math.ceil(million / unit.length)).slice(0, million)
}

/** At most 19,900 lines of the unit. */
function lines(unit: string): string {
  return unit.repeat(Math.floor(Math.min(million / unit.length, 19_900 / (unit.split('\n').length - 1))))
}

const hostile: Readonly<Record<string, string>> = {
  'one row of blanks': `${fill(' ')}x`,
  'one row of @': fill('a@'),
  'one row of half prompts': fill('a@b:~/x y '),
  'one row of brackets': fill('(a) ['),
  'one row of backticks': fill('`'),
  'one row of half PowerShell': fill('PS C:\\a'),
  'one row of docker': fill('x docker ps '),
  'one row of arrows': fill('❯ '),
  'one long command': `$ docker run ${fill('-v a:b ')}`,
  'rows that continue': lines('$ docker run \\\n'),
  'open quotes': lines('$ echo "\n'),
  'open here-documents': lines('$ cat <<E\nfoo\n'),
  'many here-documents in a row': `$ cat ${fill('<<A ')}`,
  'cursor far away': fill('\u001b[999999Cx\u001b[2K'),
  'cursor up and down': lines('\u001b[5000A\u001b[2Kx\u001b[99B\n'),
  'titles without end': fill('\u001b]'),
  'sequences without end': fill('\u001b[1;1'),
  'deleted characters': fill('abc\u001b[1G\u001b[P'),
  'carriage returns': `${fill('abc\r')}\n`,
  'only carriage returns': fill('abc\r'),
  backspaces: fill('a\b'),
  'keys and words': lines('^C^C^C x\n'),
  'learnt prompts': lines('a b c d e f $ docker ps\n'),
  'another machine in every row': Array.from({ length: 19_000 }, (_, i) => `u${i}@h${i}:~$ ls u${i + 1}@h`).join('\n'),
  'a shell in a shell in a shell': Array.from(
    { length: 19_000 },
    (_, i) => `root@${(i * 7919 + 0x100000).toString(16)}a1b2:/# docker exec -it x bash`,
  ).join('\n'),
  'idle inner prompts': `$ docker exec -it x sh\n/ # ls\n${'out\n/ # \n'.repeat(9_000)}`,
  'wrapped rows': `$ ${'a'.repeat(78)}\n${lines(`-x ${'b'.repeat(77)}\n`)}`,
  fences: lines('```\n$ ls\n'),
  'bidi and invisible marks': lines('\u202e\u200b$ docker ps\u2066\n'),
  'lone surrogates': fill('\ud800$ '),
}

describe('[R12] no paste throws, hangs or costs more than its length', () => {
  for (const [name, text] of Object.entries(hostile)) {
    // What hangs runs into the limit that every test has.
    test(name, () => {
      const { steps } = readTranscript(text)
      expect(steps.length).toBeLessThanOrEqual(20_000)
    })
  }
})
