import { expect, it } from 'vitest'
import {
  formatCommandColumn,
  formatContainerSize,
  formatImageColumn,
  formatLabels,
  formatMountsColumn,
  formatNamesColumn,
  shortId,
} from './container-columns'

const IMAGE_ID = `sha256:${'7c'.repeat(32)}`

it('[FMT9] quotes the command and cuts it unless --no-trunc', () => {
  expect(formatCommandColumn("redis-server --port '6379'", false)).toBe('"redis-server --port…"')
  expect(formatCommandColumn("redis-server --port '6379'", true)).toBe('"redis-server --port \'6379\'"')
})

it.each([
  ['', '<no image>', '<no image>'],
  ['redis:7', 'redis:7', 'redis:7'],
  ['docker.io/library/redis:7', 'redis:7', 'docker.io/library/redis:7'],
  [IMAGE_ID, '7c7c7c7c7c7c', IMAGE_ID],
  ['7c7c7c7c7c7c', '7c7c7c7c7c7c', '7c7c7c7c7c7c'],
  [`redis@sha256:${'0a'.repeat(32)}`, 'redis', `redis@sha256:${'0a'.repeat(32)}`],
  ['Not A Reference', 'Not A Reference', 'Not A Reference'],
])('[FMT10] shows the image %s as %s', (image, cut, whole) => {
  expect([formatImageColumn(image, IMAGE_ID, false, '28'), formatImageColumn(image, IMAGE_ID, true, '28')]).toEqual([
    cut,
    whole,
  ])
})

it('[FMT11] shows what was written over what there is in all', () => {
  expect([formatContainerSize(0, 0), formatContainerSize(1095, 133_001_095)]).toEqual(['0B', '1.09kB (virtual 133MB)'])
})

it("[FMT12] leaves links' names out unless --no-trunc, sorts labels, cuts mounts", () => {
  expect(formatNamesColumn(['/db', '/web/database'], false)).toBe('db')
  expect(formatNamesColumn(['/db', '/web/database'], true)).toBe('db,web/database')
  expect(formatLabels({ b: '2', a: '1' })).toBe('a=1,b=2')
  expect(formatMountsColumn(['/srv/a/long/host/path', 'data'], false)).toBe('/srv/a/long/ho…,data')
  expect(shortId(IMAGE_ID)).toBe('7c7c7c7c7c7c')
})
