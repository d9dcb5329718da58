import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { nodeAt } from '@/engine/files/tree'
import { imageRoot } from '@/engine/image/root'
import { hubTag, repositoryNamed } from '@/engine/registry/hub'
import { nodeFiles } from '../source/node-files'
import { imagesSchema, rootsSchema } from './hub-schema'
import { IMAGE_FILES, loadHub, ROOT_FILES } from './load-hub'

const hub = loadHub(nodeFiles('content'))

it('[HUB1] every image of the catalogue has its layers, and tags of one image share it', () => {
  const nginx = repositoryNamed(hub, 'docker.io/library/nginx')
  if (nginx === null) throw new Error('nginx is missing')
  const latest = hubTag(nginx, { tag: 'latest', digest: null })
  const pinned = hubTag(nginx, { tag: '1.29', digest: null })
  expect(latest?.image).toBe(pinned?.image)
  expect(latest?.image.layers.length).toBe(7)
})

it('[HUB2] an image begun with another shares its layers', () => {
  const layersOf = (repository: string, tag: string) => {
    const found = repositoryNamed(hub, repository)
    return found === null ? [] : (hubTag(found, { tag, digest: null })?.image.layers ?? [])
  }
  const [debian] = layersOf('docker.io/library/debian', 'bookworm-slim')
  expect(layersOf('docker.io/library/nginx', 'latest')[0]).toBe(debian)
  expect(layersOf('docker.io/library/redis', 'latest')[0]).toBe(debian)
})

it('[HUB3] an image shows the files of all its layers', () => {
  const nginx = repositoryNamed(hub, 'docker.io/library/nginx')
  const tag = nginx === null ? null : hubTag(nginx, { tag: 'latest', digest: null })
  const root = imageRoot(tag?.image.layers ?? [])
  expect(nodeAt(root, ['docker-entrypoint.sh'])?.type).toBe('file')
  expect(nodeAt(root, ['usr', 'bin', 'bash'])?.type).toBe('file')
  expect(nodeAt(root, ['bin'])).toMatchObject({ type: 'symlink', target: 'usr/bin' })
})

it('[HUB4] every `from` names an image described before it', () => {
  const files = nodeFiles('content')
  const images = IMAGE_FILES.flatMap((file) => imagesSchema.parse(parse(files.read(file) ?? '')))
  const known = new Set<string>()
  for (const image of images) {
    if (image.from !== undefined) expect(known).toContain(image.from)
    for (const tag of image.tags) known.add(`${image.repository}:${tag}`)
  }
  expect(Object.keys(hub.repositories).length).toBeGreaterThanOrEqual(25)
})

it('[HUB5] every layer names roots that exist, and every image starts from files or is empty', () => {
  const files = nodeFiles('content')
  const roots = ROOT_FILES.flatMap((file) => Object.keys(rootsSchema.parse(parse(files.read(file) ?? ''))))
  const named = IMAGE_FILES.flatMap((file) =>
    imagesSchema
      .parse(parse(files.read(file) ?? ''))
      .flatMap((image) => image.steps.flatMap((step) => step.roots ?? [])),
  )
  expect(named.filter((name) => !roots.includes(name))).toEqual([])
})
