import { readArchive, storeArchive } from '@/engine/archive/archive'
import { folderOf, savedTree } from '@/engine/archive/saved-tree'
import { unpackTree } from '@/engine/archive/unpack-tree'
import { contentToText, textToContent } from '@/engine/files/opaque-text'
import { type DirectoryNode, emptyDirectory, nodeAt, treeSize, withNode } from '@/engine/files/tree'
import type { Content } from '@/engine/files/view'
import type { Program, System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import { fileErrorText } from '../file-error'
import { defineProgram, type Result } from './define'
import { modeText } from './ls'

interface Listed {
  readonly path: string
  readonly text: string
}

function rowOf(path: string, mode: string, size: number, at: number, verbose: boolean): Listed {
  return {
    path,
    text: verbose ? `${mode} root/root ${String(size).padStart(9)} ${formatDate(at, '%F %R')} ${path}\n` : `${path}\n`,
  }
}

function treeRows(node: DirectoryNode, prefix: string, verbose: boolean): readonly Listed[] {
  return Object.entries(node.entries)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([name, child]) => {
      const path = `${prefix}${name}`
      if (child.type === 'directory')
        return [
          rowOf(`${path}/`, modeText({ ...child, size: 0 }), 0, child.modifiedAt, verbose),
          ...treeRows(child, `${path}/`, verbose),
        ]
      if (child.type === 'whiteout') return []
      const size =
        child.type === 'file' ? (child.content.kind === 'text' ? child.content.text.length : child.content.size) : 0
      const shown = child.type === 'symlink' && verbose ? `${path} -> ${child.target}` : path
      return [rowOf(shown, modeText({ ...child, size }), size, child.modifiedAt, verbose)]
    })
}

function listArchive(system: System, content: Content, verbose: boolean): string | null {
  const archive = readArchive(system.state(), content)
  if (archive === null) return null
  if (archive.kind === 'files')
    return treeRows(archive.root, '', verbose)
      .map((row) => row.text)
      .join('')
  const layers = archive.images.flatMap(({ image }) => image.layers.map(folderOf))
  const names = [...new Set(layers)]
    .toSorted()
    .flatMap((id) => [`${id}/`, `${id}/VERSION`, `${id}/json`, `${id}/layer.tar`])
  const configs = archive.images.map(({ image }) => `${image.id.replace(/^sha256:/, '')}.json`)
  return [
    ...names,
    ...configs,
    'manifest.json',
    ...(archive.images.some((saved) => saved.names.length > 0) ? ['repositories'] : []),
  ]
    .map((name) => `${name}\n`)
    .join('')
}

/** Reads a tree of the process' files into nodes, as an archive holds them: under `name`, read from `directory`. */
function collect(system: System, directory: string, name: string, root: DirectoryNode, depth = 0): DirectoryNode {
  const path = system.path(directory === '.' || name.startsWith('/') ? name : `${directory}/${name}`)
  const stat = system.files.stat(path, { followLast: false })
  if (!stat.ok || depth > 30) return root
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  const { mode, owner, group, modifiedAt } = stat.value
  if (stat.value.type === 'directory') {
    const names = system.files.list(path)
    const made =
      parts.length === 0 ? root : withNode(root, parts, { ...emptyDirectory(modifiedAt, mode, owner), group })
    return (names.ok ? names.value : []).reduce(
      (tree, each) => collect(system, directory, `${name}/${each}`, tree, depth + 1),
      made,
    )
  }
  if (stat.value.type === 'symlink')
    return withNode(root, parts, { type: 'symlink', mode, owner, group, modifiedAt, target: stat.value.target ?? '' })
  const content = system.files.read(path)
  return content.ok
    ? withNode(root, parts, { type: 'file', mode, owner, group, modifiedAt, content: content.value })
    : root
}

interface TarCall {
  readonly action: string
  readonly verbose: boolean
  readonly file: string
  readonly directory: string
  readonly names: readonly string[]
}

function readCall(args: readonly string[]): TarCall {
  const words = [...args]
  const letters = [
    words[0]?.startsWith('-') === false || /^-[a-z]+$/.test(words[0] ?? '')
      ? (words.shift() ?? '').replace('-', '')
      : '',
  ]
  let file = letters[0]?.includes('f') === true ? (words.shift() ?? '-') : '-'
  let directory = '.'
  const names: string[] = []
  while (words.length > 0) {
    const word = words.shift() ?? ''
    if (word === '-C') directory = words.shift() ?? '.'
    else if (word === '-f') file = words.shift() ?? '-'
    else if (/^-[a-z]+$/.test(word)) letters.push(word.slice(1))
    else names.push(word)
  }
  const all = letters.join('')
  return { action: /[tcx]/.exec(all)?.[0] ?? '', verbose: all.includes('v'), file, directory, names }
}

const NO_ARCHIVE: Result = {
  status: 2,
  error: 'tar: This does not look like a tar archive\ntar: Exiting with failure status due to previous errors\n',
}

/** Unpacks all of an archive, or the members that are named. */
function unpack(system: System, root: DirectoryNode, call: TarCall): Result {
  let chosen = call.names.length === 0 ? root : { ...root, entries: {} }
  let error = ''
  for (const name of call.names) {
    const parts = name.split('/').filter((part) => part !== '' && part !== '.')
    const node = nodeAt(root, parts)
    if (node === null) error += `tar: ${name}: Not found in archive\n`
    else chosen = parts.length === 0 ? root : withNode(chosen, parts, node)
  }
  unpackTree(system.files, chosen, system.path(call.directory))
  const output = call.verbose
    ? treeRows(chosen, '', false)
        .map((row) => row.text)
        .join('')
    : ''
  if (error === '') return { status: 0, output }
  return { status: 2, output, error: `${error}tar: Exiting with failure status due to previous errors\n` }
}

function runTar(system: System, call: TarCall, input: string): Result {
  if (call.action === 'c') {
    if (call.names.length === 0)
      return {
        status: 2,
        error:
          "tar: Cowardly refusing to create an empty archive\nTry 'tar --help' or 'tar --usage' for more information.\n",
      }
    const missing = call.names.filter((name) => {
      const path = system.path(call.directory === '.' || name.startsWith('/') ? name : `${call.directory}/${name}`)
      return !system.files.stat(path, { followLast: false }).ok
    })
    const root = call.names.reduce(
      (tree, name) => collect(system, call.directory, name, tree),
      emptyDirectory(system.now()),
    )
    const transaction = { state: system.state() }
    const size = treeSize(root)
    const content = storeArchive(transaction, { kind: 'files', root, size }, Math.ceil((size + 1024) / 10_240) * 10_240)
    system.replaceState(transaction.state)
    const lost = missing.map((name) => `tar: ${name}: Cannot stat: No such file or directory\n`).join('')
    const error = lost === '' ? '' : `${lost}tar: Exiting with failure status due to previous errors\n`
    const status = lost === '' ? 0 : 2
    const rows = call.verbose
      ? treeRows(root, '', false)
          .map((row) => row.text)
          .join('')
      : ''
    if (call.file === '-') return { status, output: contentToText(content), error: rows + error }
    const written = system.files.write(system.path(call.file), content)
    return written.ok
      ? { status, output: rows, error }
      : { status: 2, error: `tar: ${call.file}: Cannot open: ${fileErrorText(written.error)}\n` }
  }
  const read =
    call.file === '-' ? ({ ok: true, value: textToContent(input) } as const) : system.files.read(system.path(call.file))
  if (!read.ok)
    return {
      status: 2,
      error: `tar: ${call.file}: Cannot open: ${fileErrorText(read.error)}\ntar: Error is not recoverable: exiting now\n`,
    }
  if (call.action === 't') {
    const listed = listArchive(system, read.value, call.verbose)
    return listed === null ? NO_ARCHIVE : { status: 0, output: listed }
  }
  const archive = readArchive(system.state(), read.value)
  if (archive === null) return NO_ARCHIVE
  const root = archive.kind === 'files' ? archive.root : savedTree(archive.images, system.now())
  return unpack(system, root, call)
}

type TarMemory = { readonly argv: readonly string[]; readonly input: string }

/** tar: lists, makes and unpacks archives; what is in one is kept by the engine. */
export const tar: Program = defineProgram<TarMemory>('tar', {
  begin: (argv) => ({ argv, input: '' }),
  turn(memory, system) {
    const call = readCall(memory.argv.slice(1))
    if (call.action === '')
      return { status: 2, error: "tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\n" }
    if (call.file !== '-' || call.action === 'c') return runTar(system, call, '')
    const result = system.read(0)
    if (result.kind === 'block') return { memory, wait: { on: 'read', descriptor: 0 } }
    if (result.kind === 'data')
      return { memory: { ...memory, input: memory.input + result.text }, wait: { on: 'ready' } }
    return runTar(system, call, memory.input)
  },
})

function compress(system: System, names: readonly string[], suffix: string, keep: boolean): Result {
  let error = ''
  for (const name of names) {
    const path = system.path(name)
    const content = system.files.read(path)
    if (!content.ok) {
      error += `gzip: ${name}: ${fileErrorText(content.error)}\n`
      continue
    }
    const payload = content.value.kind === 'text' ? { text: content.value.text } : content.value.payload
    const size = content.value.kind === 'text' ? content.value.text.length : content.value.size
    system.files.write(path + suffix, { kind: 'opaque', format: 'gzip', size: Math.ceil(size * 0.38) + 20, payload })
    if (!keep) system.files.remove(path)
  }
  return { status: error === '' ? 0 : 1, error }
}

function expand(system: System, names: readonly string[], keep: boolean): Result {
  let error = ''
  for (const name of names) {
    const path = system.path(name)
    const content = system.files.read(path)
    if (!content.ok || content.value.kind !== 'opaque') {
      error += `gzip: ${name}: ${content.ok ? 'not in gzip format' : fileErrorText(content.error)}\n`
      continue
    }
    system.files.write(path.replace(/\.t?gz$/, ''), uncompressed(content.value))
    if (!keep) system.files.remove(path)
  }
  return { status: error === '' ? 0 : 1, error }
}

function uncompressed(content: Extract<Content, { kind: 'opaque' }>): Content {
  const { payload } = content
  if (
    typeof payload === 'object' &&
    payload !== null &&
    !Array.isArray(payload) &&
    'text' in payload &&
    typeof payload.text === 'string'
  )
    return { kind: 'text', text: payload.text }
  return { ...content, format: 'tar', size: Math.round((content.size - 20) / 0.38) }
}

type GzipMemory = { readonly argv: readonly string[]; readonly input: string }

/** gzip: files get smaller and a new name; a pipe keeps its meaning. */
export const gzip: Program = defineProgram<GzipMemory>('gzip', {
  begin: (argv) => ({ argv, input: '' }),
  turn(memory, system) {
    const names = memory.argv.slice(1).filter((word) => !word.startsWith('-'))
    const flags = memory.argv
      .slice(1)
      .filter((word) => word.startsWith('-'))
      .join('')
    if (names.length > 0 && flags.includes('c'))
      return flags.includes('d') ? shownUncompressed(system, names) : shownFiles(system, names)
    if (names.length > 0)
      return flags.includes('d')
        ? expand(system, names, flags.includes('k'))
        : compress(system, names, '.gz', flags.includes('k'))
    const result = system.read(0)
    if (result.kind === 'block') return { memory, wait: { on: 'read', descriptor: 0 } }
    if (result.kind === 'data')
      return { memory: { ...memory, input: memory.input + result.text }, wait: { on: 'ready' } }
    return { status: 0, output: memory.input }
  },
})

/** What gzip makes of an empty file: unlike other texts it cannot pass through a pipe as it is. */
const emptyArchive: Content = { kind: 'opaque', format: 'gzip', size: 20, payload: { text: '' } }

function isEmptyText(content: Content): boolean {
  return content.kind === 'text' && content.text === ''
}

/** `gunzip -c`, `zcat`: the content on standard output, the file as it is. */
function shownUncompressed(system: System, names: readonly string[]): Result {
  let output = ''
  let error = ''
  for (const name of names) {
    const content = system.files.read(system.path(name))
    if (!content.ok || content.value.kind !== 'opaque')
      error += `\ngzip: ${name}: ${content.ok ? 'not in gzip format' : fileErrorText(content.error)}\n`
    else output += contentToText(uncompressed(content.value))
  }
  return { status: error === '' ? 0 : 1, output, error: error.replace(/^\n/, '') }
}

/** `gzip -c`: a pipe keeps its meaning, so that the text goes through as it is. */
function shownFiles(system: System, names: readonly string[]): Result {
  let output = ''
  let error = ''
  for (const name of names) {
    const content = system.files.read(system.path(name))
    if (content.ok && isEmptyText(content.value)) output += contentToText(emptyArchive)
    else if (content.ok) output += contentToText(content.value)
    else error += `gzip: ${name}: ${fileErrorText(content.error)}\n`
  }
  return { status: error === '' ? 0 : 1, output, error }
}

/** gunzip and zcat: of files, or of what comes through a pipe. */
function decompressor(name: string, shows: boolean): Program {
  return defineProgram<GzipMemory>(name, {
    begin: (argv) => ({ argv, input: '' }),
    turn(memory, system) {
      const args = memory.argv.slice(1)
      const names = args.filter((word) => !word.startsWith('-'))
      const isShown = shows || args.some((word) => /^-[a-z]*c/.test(word))
      if (names.length > 0)
        return isShown ? shownUncompressed(system, names) : expand(system, names, args.includes('-k'))
      const result = system.read(0)
      if (result.kind === 'block') return { memory, wait: { on: 'read', descriptor: 0 } }
      if (result.kind === 'data')
        return { memory: { ...memory, input: memory.input + result.text }, wait: { on: 'ready' } }
      return memory.input === ''
        ? { status: 1, error: '\ngzip: stdin: unexpected end of file\n' }
        : { status: 0, output: memory.input === contentToText(emptyArchive) ? '' : memory.input }
    },
  })
}

export const gunzip = decompressor('gunzip', false)
export const zcat = decompressor('zcat', true)
