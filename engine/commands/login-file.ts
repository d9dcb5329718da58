import { emptyDirectory, nodeAt, splitPath, textFile, withNode } from '../files/tree'
import { type Call, isClient20 } from './call'

/** What the client's configuration file keeps of an account. */
type StoredLogin = Readonly<Record<string, string>>

function configPath({ invocation }: Call): string {
  const home = invocation.environment.HOME ?? (invocation.user === 'root' ? '/root' : `/home/${invocation.user}`)
  return `${home}/.docker/config.json`
}

/** Writes a login into the client's configuration file; without a password the registry's token stands for it. */
export function keepLogin(call: Call, server: string, user: string, password: string | null): void {
  const login: StoredLogin =
    password === null ? { auth: base64(`${user}:`), identitytoken: user } : { auth: base64(`${user}:${password}`) }
  writeLogins(call, { ...storedLogins(call), [server]: login })
}

/** Removes a login from the client's configuration file. */
export function forgetLogin(call: Call, server: string): void {
  const { [server]: gone, ...others } = storedLogins(call)
  if (gone !== undefined) writeLogins(call, others)
}

/** What the client says where it keeps a password in a plain file. */
export function storageWarning(call: Call): string {
  const path = configPath(call)
  return isClient20(call)
    ? `WARNING! Your password will be stored unencrypted in ${path}.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/engine/reference/commandline/login/#credentials-store\n\n`
    : `\nWARNING! Your credentials are stored unencrypted in '${path}'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n`
}

/** Logins of the file by server; what the file does not tell in our own form is not kept. */
function storedLogins(call: Call): Readonly<Record<string, StoredLogin>> {
  const node = nodeAt(call.transaction.state.host.root, splitPath(configPath(call)))
  if (node?.type !== 'file' || node.content.kind !== 'text') return {}
  const logins: Record<string, StoredLogin> = {}
  for (const [, server = '', body = ''] of node.content.text.matchAll(/"([^"]+)": \{\s*("auth": [^}]*)\}/g))
    logins[server] = Object.fromEntries(
      [...body.matchAll(/"(\w+)": "([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    )
  return logins
}

function writeLogins(call: Call, logins: Readonly<Record<string, StoredLogin>>): void {
  const { transaction, invocation } = call
  const { state } = transaction
  const { clock, host } = state
  const parts = splitPath(configPath(call))
  const folder = parts.slice(0, -1)
  const root =
    nodeAt(host.root, folder) === null
      ? withNode(host.root, folder, emptyDirectory(clock, 0o700, invocation.user))
      : host.root
  const text = `${JSON.stringify({ auths: logins }, null, '\t')}`
  const file = { ...textFile(text, clock), mode: 0o600, owner: invocation.user, group: invocation.user }
  transaction.state = { ...state, host: { ...host, root: withNode(root, parts, file) } }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 of a text's UTF-8 bytes. */
function base64(text: string): string {
  const bytes = [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|./g)].map(([one, code]) =>
    code === undefined ? one.charCodeAt(0) : Number.parseInt(code, 16),
  )
  let digits = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.slice(index, index + 3)
    const word = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    const group = [18, 12, 6, 0].map((shift) => DIGITS[(word >> shift) & 63] ?? '')
    digits += `${group[0]}${group[1]}${second === undefined ? '=' : group[2]}${third === undefined ? '=' : group[3]}`
  }
  return digits
}
