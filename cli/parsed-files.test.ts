import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parsedFiles } from './parsed-files'

let folder = ''
const fileOf = (name: string): string => path.join(folder, 'content', name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quai-parsed-'))
  mkdirSync(fileOf('hub'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function read(name: string): string | null {
  return parsedFiles(path.join(folder, 'content'), path.join(folder, 'cache')).read(name)
}

it('gives the catalogue as JSON, again without reading YAML, and anew once it changed', () => {
  writeFileSync(fileOf('hub/images.yaml'), '- repository: nginx\n')
  expect(read('hub/images.yaml')).toBe('[{"repository":"nginx"}]')
  expect(readdirSync(path.join(folder, 'cache'))).toEqual(['hub-images.yaml.json'])
  expect(read('hub/images.yaml')).toBe('[{"repository":"nginx"}]')
  writeFileSync(fileOf('hub/images.yaml'), '- repository: redis\n')
  utimesSync(fileOf('hub/images.yaml'), 1, 1)
  expect(read('hub/images.yaml')).toBe('[{"repository":"redis"}]')
})

it('leaves other files, faulty YAML and absent files as they are', () => {
  writeFileSync(fileOf('other.yaml'), 'a: 1\n')
  writeFileSync(fileOf('hub/bad.yaml'), 'a: [1\n')
  expect([read('other.yaml'), read('hub/bad.yaml'), read('hub/none.yaml')]).toEqual(['a: 1\n', 'a: [1\n', null])
})
