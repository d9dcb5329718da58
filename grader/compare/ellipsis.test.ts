import { expect, test } from 'vitest'
import { compareOutputs } from './compare'

const AROUND = {
  shown: {
    id: new Set<string>(),
    image: new Set<string>(),
    name: new Set<string>(),
    port: new Set<string>(),
    address: new Set<string>(),
  },
  imageIds: new Set<string>(),
  pids: new Set<string>(),
  defaultCommands: new Set<string>(),
  looping: new Set<string>(),
  listing: false,
}

const codes = (predicted: string, observed: string) =>
  compareOutputs([predicted], [observed], AROUND).mismatches.map((item) => item.code)

test.each(['...', '?', 'â€¦', '\ufffd'])('[J21] %s is what copying made of an ellipsis', (copied) => {
  const row = '8B RUN /bin/sh -c wc -c /big > /result && rm /b…'
  expect(codes(row, row.replace('…', copied))).toEqual([])
})

test('[J21] only where one was printed, and what stands before it counts', () => {
  expect(codes('RUN wc -c /big', 'RUN wc -c /b...')).toEqual(['different-text'])
  expect(codes('RUN rm /b…', 'RUN rm /c...')).toEqual(['different-text'])
  expect(codes('RUN is it? …', 'RUN is it. ?')).toEqual(['different-text'])
})
