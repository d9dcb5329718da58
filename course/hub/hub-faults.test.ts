import { expect, it } from 'vitest'
import { memoryFiles } from '../source/content-files'
import { nodeFiles } from '../source/node-files'
import { hubFaults } from './hub-faults'

const NAMES = ['images', 'languages', 'services', 'tags', 'roots', 'service-roots', 'search', 'stand-ins'].map(
  (name) => `hub/${name}.yaml`,
)
const texts = Object.fromEntries(NAMES.map((name) => [name, nodeFiles('content').read(name) ?? '']))

it('finds the catalogue of images in good shape', () => {
  expect(hubFaults(memoryFiles(texts))).toEqual([])
})

it('reports a wrong field of the catalogue with its line', () => {
  const images = ['- repository: library/x', '  tags: latest', '  created: "2026"', '  config: {}', '  steps: []'].join(
    '\n',
  )
  expect(hubFaults(memoryFiles({ ...texts, 'hub/images.yaml': images }))).toEqual([
    { file: 'hub/images.yaml', line: 2, message: '0.tags: Invalid input: expected array, received string' },
  ])
})
