import type { FileStat } from '@/engine/files/view'
import { formatDate } from '../dates'
import type { Visit } from './tree-tools'

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '0': '\u0000', '\\': '\\' }
const TYPES: Readonly<Record<FileStat['type'], string>> = { file: 'f', directory: 'd', symlink: 'l', device: 'c' }
const LETTERS: Readonly<Record<FileStat['type'], string>> = { ...TYPES, file: '-' }

/** One file as `find -printf` shows it; an unknown directive stays as it is. */
export function formatVisit(format: string, visit: Visit, stat: FileStat): string {
  return format.replace(
    /\\(.)|%(-?\d*)(T.|A.|C.|.)/g,
    (piece, escaped: string | undefined, width: string, letter: string) => {
      if (escaped !== undefined) return ESCAPES[escaped] ?? piece
      const text = directive(letter, visit, stat)
      if (text === null) return piece
      return width.startsWith('-') ? text.padEnd(Number(width.slice(1))) : text.padStart(Number(width || 0))
    },
  )
}

function directive(letter: string, { name, depth }: Visit, stat: FileStat): string | null {
  const slash = name.lastIndexOf('/')
  switch (letter) {
    case '%':
      return '%'
    case 'f':
      return name.slice(slash + 1) || name
    case 'h':
      return slash < 0 ? '.' : name.slice(0, slash)
    case 'p':
      return name
    case 'P':
      return depth === 0 ? '' : name.split('/').slice(-depth).join('/')
    case 's':
      return String(stat.size)
    case 'd':
      return String(depth)
    case 'y':
      return TYPES[stat.type]
    case 'm':
      return (stat.mode & 0o7777).toString(8)
    case 'M':
      return LETTERS[stat.type] + rights(stat.mode)
    case 'u':
      return stat.owner
    case 'g':
      return stat.group
    case 'l':
      return stat.target ?? ''
    case 't':
      return `${formatDate(stat.modifiedAt, '%a %b %e %H:%M:%S')}.0000000000 ${formatDate(stat.modifiedAt, '%Y')}`
    default:
      if (letter === 'T@') return `${Math.floor(stat.modifiedAt / 1000)}.0000000000`
      return letter.startsWith('T') && letter.length === 2 ? formatDate(stat.modifiedAt, `%${letter[1]}`) : null
  }
}

function rights(mode: number): string {
  return [...'rwxrwxrwx'].map((letter, index) => ((mode >> (8 - index)) & 1 ? letter : '-')).join('')
}
