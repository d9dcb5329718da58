import { listLength } from '@/engine/append-list'
import type { Content } from '@/engine/files/view'
import { hostnameOf } from '../hostname'
import { getVariable, type Run } from './run'

/** What the images set: Debian's /etc/bash.bashrc, Red Hat's /etc/bashrc, busybox' own default. */
function defaultPrompt(run: Run): string {
  if (run.dialect === 'ash') return '\\w \\$ '
  if (run.dialect === 'dash') return run.system.process.user === 'root' ? '# ' : '$ '
  const release = run.system.files.read('/etc/os-release')
  if (!release.ok || release.value.kind !== 'text') return promptOfRelease('')
  const known = knownPrompts.get(release.value)
  if (known !== undefined) return known
  const prompt = promptOfRelease(release.value.text)
  knownPrompts.set(release.value, prompt)
  return prompt
}

const knownPrompts = new WeakMap<Content, string>()

function promptOfRelease(text: string): string {
  if (/^ID(?:_LIKE)?=.*(?:centos|rhel|fedora|rocky|almalinux)/m.test(text)) return '[\\u@\\h \\W]\\$ '
  return /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(text) ? '\\u@\\h:\\w\\$ ' : '\\s-\\v\\$ '
}

function shortDirectory(run: Run): string {
  const directory = run.system.process.directory
  const home = getVariable(run, 'HOME') ?? ''
  if (home !== '' && home !== '/' && (directory === home || directory.startsWith(`${home}/`)))
    return `~${directory.slice(home.length)}`
  return directory
}

function baseDirectory(run: Run): string {
  const short = shortDirectory(run)
  return short === '/' || short === '~' ? short : short.slice(short.lastIndexOf('/') + 1)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function clock(run: Run): string {
  const date = new Date(run.system.now())
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
}

function escapeOf(run: Run, letter: string): string {
  switch (letter) {
    case 'u':
      return run.system.process.user
    case 'h':
      return hostnameOf(run.system).split('.')[0] ?? ''
    case 'H':
      return hostnameOf(run.system)
    case 'w':
      return shortDirectory(run)
    case 'W':
      return baseDirectory(run)
    case '$':
      return run.system.process.user === 'root' ? '#' : '$'
    case 't':
      return clock(run)
    case 's':
      return run.name.slice(run.name.lastIndexOf('/') + 1)
    case 'v':
      return '5.2'
    case 'n':
      return '\n'
    case 'e':
      return '\u001b'
    case '[':
    case ']':
      return ''
    case '!':
      return String(listLength(run.history) + 1)
    default:
      return `\\${letter}`
  }
}

/** Expands a prompt's backslash escapes (bash's and busybox' are alike) and plain variables. */
export function expandPrompt(run: Run, text: string): string {
  const escaped = run.dialect === 'dash' ? text : text.replace(/\\(.)/g, (_, letter: string) => escapeOf(run, letter))
  return escaped.replace(
    /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g,
    (_, braced: string | undefined, plain: string | undefined) => getVariable(run, braced ?? plain ?? '') ?? '',
  )
}

/** Shows PS1 or PS2 and remembers that it stands there. */
export function showPrompt(run: Run, name: 'PS1' | 'PS2'): void {
  const text = expandPrompt(run, getVariable(run, name) ?? (name === 'PS1' ? defaultPrompt(run) : '> '))
  run.prompt = text
  run.system.write(2, text)
}
