import { expect, test } from 'vitest'
import { readTranscript } from './read-transcript'

const SESSION = [
  'zoe@pc:~$ docker ps -a',
  'CONTAINER ID   IMAGE     COMMAND   CREATED          STATUS                     PORTS     NAMES',
  '0a1b2c3d4e5f   alpine    "true"    10 seconds ago   Exited (0) 9 seconds ago             one',
  '1a1b2c3d4e5f   alpine    "true"    12 seconds ago   Exited (0) 9 seconds ago             two',
  'zoe@pc:~$ docker run --rm alpine printf "a\\n\\nb\\n"',
  'a',
  '',
  'b',
  'zoe@pc:~$ docker rm one',
  'one',
  'zoe@pc:~$ ',
]

const read = (text: string) => readTranscript(text).steps.map(({ command, output }) => ({ command, output }))

test('[R15] a session copied with a blank row after each is read without those, its own blank rows stay', () => {
  expect(read(SESSION.join('\n\n'))).toEqual(read(SESSION.join('\n')))
  const [first] = readTranscript(`\n${SESSION.join('\n\n')}`).steps
  expect([first?.line, first?.endLine]).toEqual([2, 8])
})

test('[R15] a single row that is not blank between two says that blank rows are the session’s own', () => {
  const spaced = SESSION.join('\n\n').replace('\n\none\n', '\none\n')
  expect(read(spaced)).not.toEqual(read(SESSION.join('\n')))
})
