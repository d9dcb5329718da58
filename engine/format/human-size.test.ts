import { expect, it } from 'vitest'
import { formatBinarySize, formatHumanSize } from './human-size'

it.each([
  [0, '0B', '0B', '0B'],
  [7, '7B', '7B', '7B'],
  [999, '999B', '999B', '999B'],
  [1000, '1kB', '1kB', '1000B'],
  [1095, '1.09kB', '1.095kB', '1.069KiB'],
  [13_336, '13.3kB', '13.34kB', '13.02KiB'],
  [100_500, '100kB', '100.5kB', '98.14KiB'],
  [101_500, '102kB', '101.5kB', '99.12KiB'],
  [999_600, '1e+03kB', '999.6kB', '976.2KiB'],
  [133_000_000, '133MB', '133MB', '126.8MiB'],
  [4_200_000_000, '4.2GB', '4.2GB', '3.912GiB'],
])('[FMT2] %i bytes read %s, with four digits %s, in binary units %s', (bytes, three, four, binary) => {
  expect([formatHumanSize(bytes), formatHumanSize(bytes, 4), formatBinarySize(bytes)]).toEqual([three, four, binary])
})
