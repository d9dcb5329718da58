import { expect, it } from 'vitest'
import { truncateWithEllipsis } from './ellipsis'
import { quoteGo } from './go-quote'

it.each([
  ['', '""'],
  ['sh -c \'echo "x"\'', '"sh -c \'echo \\"x\\"\'"'],
  ['a\tb\nc\\', '"a\\tb\\nc\\\\"'],
  ['\u001b[0m', '"\\x1b[0m"'],
  ['é日🐳', '"é日🐳"'],
  ['a\u200bb\u00a0', '"a\\u200bb\\u00a0"'],
])('[FMT5] %j is quoted %s', (text, quoted) => {
  expect(quoteGo(text)).toBe(quoted)
})

it.each([
  ['/docker-entrypoint.sh nginx', '/docker-entrypoint.…'],
  ['12345678901234567890', '12345678901234567890'],
  ['123456789012345678901', '1234567890123456789…'],
  ['éééééééééééééééééééé', 'éééééééééééééééééééé'],
  ['ééééééééééééééééééééé', 'ééééééééééééééééééé…'],
  ['漢漢漢漢漢漢漢漢漢漢', '漢漢漢漢漢漢漢漢漢漢'],
  ['漢漢漢漢漢漢漢漢漢漢漢', '漢漢漢漢漢漢漢漢漢…'],
])('[FMT6] %s is cut to twenty columns as %s', (text, cut) => {
  expect(truncateWithEllipsis(text, 20)).toBe(cut)
})
