import type { FileView } from '../files/view'
import { malformed, type Parsed, parsed } from '../specs/parsed'

export interface Ownership {
  readonly owner: string
  readonly group: string
}

export const ROOT: Ownership = { owner: 'root', group: 'root' }

/** Who `--chown=user:group` means in these files: names where the files know one, else numbers. */
export function readChown(files: FileView, text: string, builder: 'classic' | 'buildkit'): Parsed<Ownership> {
  if (text === '') return parsed(ROOT)
  const [user = '', given] = text.split(':')
  const users = accounts(files, '/etc/passwd')
  const groups = accounts(files, '/etc/group')
  const account = users.find((row) => row[0] === user || row[2] === user)
  if (account === undefined && !/^\d+$/.test(user)) return unknown('user', user, builder)
  const ownGroup = builder === 'buildkit' ? (account?.[3] ?? user) : user
  const wanted = given === undefined ? ownGroup : given
  const row = groups.find((one) => one[0] === wanted || one[2] === wanted)
  if (row === undefined && !/^\d+$/.test(wanted)) return unknown('group', wanted, builder)
  return parsed({ owner: account?.[0] ?? user, group: row?.[0] ?? wanted })
}

function unknown(kind: 'user' | 'group', name: string, builder: 'classic' | 'buildkit'): Parsed<Ownership> {
  if (builder === 'buildkit')
    return malformed(
      `unable to find ${kind} ${name}: no matching entries in ${kind === 'user' ? 'passwd' : 'group'} file`,
    )
  const number = kind === 'user' ? 'uid' : 'gid'
  return malformed(
    `unable to convert uid/gid chown string to host mapping: can't find ${number} for ${kind} ${name}: no such ${kind}: ${name}`,
  )
}

function accounts(files: FileView, path: string): readonly (readonly string[])[] {
  const content = files.read(path)
  if (!content.ok || content.value.kind !== 'text') return []
  return content.value.text.split('\n').map((line) => line.split(':'))
}
