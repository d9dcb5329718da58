import type { Content, FileView } from '../files/view'

export interface ContainerUser {
  /** Its name where /etc/passwd has one, else the number as given. */
  readonly name: string
  readonly home: string
  /** The group given beside it, or null. */
  readonly group: string | null
}

export type UserLookup =
  | { readonly ok: true; readonly user: ContainerUser }
  | { readonly ok: false; readonly error: string }

/** Who `--user` means inside an image: a name or number, with an optional group. Empty is root. */
export function lookUpUser(files: FileView, text: string): UserLookup {
  const [wanted = '', given = ''] = text.split(':')
  const group = given === '' ? null : given
  const rows = readRows(files, '/etc/passwd')
  if (wanted === '' || wanted === '0' || wanted === 'root') {
    return { ok: true, user: { name: 'root', home: rows.find((row) => row[0] === 'root')?.[5] ?? '/root', group } }
  }
  const row = rows.find((one) => one[0] === wanted || one[2] === wanted)
  const isNumber = /^\d+$/.test(wanted)
  if (row === undefined && !isNumber)
    return { ok: false, error: `unable to find user ${wanted}: no matching entries in passwd file` }
  if (group !== null && !/^\d+$/.test(group) && !readRows(files, '/etc/group').some((one) => one[0] === group)) {
    return { ok: false, error: `unable to find group ${group}: no matching entries in group file` }
  }
  return { ok: true, user: { name: row?.[0] ?? wanted, home: row?.[5] ?? '/', group } }
}

function readRows(files: FileView, path: string): readonly (readonly string[])[] {
  const content = files.read(path)
  if (!content.ok || content.value.kind !== 'text') return []
  const known = knownRows.get(content.value)
  if (known !== undefined) return known
  const rows = content.value.text.split('\n').map((line) => line.split(':'))
  knownRows.set(content.value, rows)
  return rows
}

const knownRows = new WeakMap<Content, readonly (readonly string[])[]>()
