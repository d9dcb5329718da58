import { expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine'])
const rowOf = (flags: string) =>
  lastShown(machine, [`docker run --rm ${flags} alpine df /t`])
    .output.trimEnd()
    .split('\n')
    .at(1)
    ?.split(/ +/)

it('[DF1] a tmpfs is as large as its size option says, else half the memory of the host', () => {
  expect(rowOf('--tmpfs /t')).toEqual(['tmpfs', '12582912', '0', '12582912', '0%', '/t'])
  expect(rowOf('--tmpfs /t:rw,size=64m')).toEqual(['tmpfs', '65536', '0', '65536', '0%', '/t'])
})
