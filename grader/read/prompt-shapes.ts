/** A text that ends where a command starts. */
export interface Prompt {
  readonly shape: PromptShape
  /** Index of its first character in the row, and of the first character after it (blanks included). */
  readonly start: number
  readonly end: number
  /** What stays the same while the working directory changes: two prompts of one shell have one family. */
  readonly family: string
  readonly user: string | null
  readonly host: string | null
  readonly cwd: string | null
}

export type PromptShape =
  | 'user-host'
  | 'bracket'
  | 'arrow'
  | 'powershell'
  | 'cmd'
  | 'versioned'
  | 'path'
  | 'host-path'
  | 'symbol'
  | 'dollar'
  | 'hash'
  | 'percent'
  | 'angle'
  /** No prompt at all: a command copied or typed alone. */
  | 'bare'

/** A prompt is looked for in this many characters of a row. */
const windowLength = 360

interface Parts {
  readonly shape: PromptShape
  readonly family: string
  readonly user?: string | undefined
  readonly host?: string | undefined
  readonly cwd?: string | undefined
  readonly length: number
}

type Shape = (text: string) => Parts | null

/** A name made of hexadecimal digits, as a container's hostname is, unless somebody chose another. */
export function looksLikeContainerId(host: string | null): boolean {
  return host !== null && /^[0-9a-f]{6,64}$/.test(host) && /\d/.test(host)
}

/** One family for a machine's shells: in a container the user may be misread (a lost escape) without harm. */
function machineFamily(user: string, host: string): string {
  return looksLikeContainerId(host) ? `@${host}` : `${user}@${host}`
}

const lead = /^(?:\([^()]{1,40}\) ?)?/
/** A blank or the row's end, or a common command that lost its blank. */
const end = '(?= |$|(?:sudo|docker|ls|cd|cat|curl|vim?|mkdir|echo|exit)(?: |$))'

const userHostColon = new RegExp(
  `^([A-Za-z_][\\w.+-]{0,40})@([\\w.-]{1,64}):(?:([~/][^\\n]{0,200}?|[^\\s$#%>]{1,120}) ?(?:\\([^()]{1,60}\\) ?)?(?:\\[[^\\[\\]]{1,60}\\] ?)?)?[$#%]${end}`,
)
const userHostBlank = new RegExp(
  `^([A-Za-z_][\\w.+-]{0,40})@([\\w.-]{1,64}) (?:([~/][^\\n$#%>]{0,120}?) ?(?:\\([^()]{1,60}\\) ?)?(?:\\[\\d{1,3}\\])?[$#%>]|([^\\s:][^\\n$#%>:]{0,60}?) ?(?:\\([^()]{1,60}\\) ?)?[$#%])${end}`,
)
const userHostBare = /^([A-Za-z_][\w.+-]{0,40})@([\w.-]{1,64})([$#%>])(?= |$)/

function userHost(text: string): Parts | null {
  const match = userHostColon.exec(text) ?? userHostBlank.exec(text)
  if (match !== null) {
    const [all, user = '', host = ''] = match
    const cwd = match[3] ?? match[4]
    return { shape: 'user-host', family: machineFamily(user, host), user, host, cwd, length: all.length }
  }
  const bare = userHostBare.exec(text)
  if (bare === null) return null
  const [all, user = '', host = ''] = bare
  return { shape: 'user-host', family: machineFamily(user, host), user, host, length: all.length }
}

/** GitHub Codespaces and development containers: `@zoe ➜ /workspaces/tp (main) $ `. */
function arrow(text: string): Parts | null {
  const match =
    /^(@?[A-Za-z][\w-]{0,40}) [➜→] ([~/][^\n$#]{0,160}?|[\w.-]{1,80}) (?:\([^()\n]{1,80}\) )?[$#](?= |$)/u.exec(text)
  if (match === null) return null
  const [all, user = '', cwd] = match
  return { shape: 'arrow', family: `${user} ➜`, user: user.replace('@', ''), cwd, length: all.length }
}

function bracket(text: string): Parts | null {
  const match =
    /^\[([\w.+-]{1,40})@([\w.-]{1,64})(?: ([^\]\n]{0,120}))?\]( ?\([^()]{1,60}\) ?)?([$#%>])(?= |$|[a-z])/.exec(text)
  if (match === null) return null
  const [all, user = '', host = '', cwd] = match
  return { shape: 'bracket', family: machineFamily(user, host), user, host, cwd, length: all.length }
}

function powershell(text: string): Parts | null {
  const match =
    /^PS (?:Microsoft\.PowerShell\.Core\\FileSystem::)?([A-Za-z]:[\\/][^>\n]{0,240}|[~/\\][^>\n]{0,240}|[A-Za-z]{1,16}:\\?)>{1,2}/.exec(
      text,
    )
  if (match === null) return null
  return { shape: 'powershell', family: 'PS', cwd: match[1], length: match[0].length }
}

function windowsCommand(text: string): Parts | null {
  const match = /^([A-Za-z]:\\[^<>|"?*\n]{0,240})>/.exec(text)
  if (match === null) return null
  return { shape: 'cmd', family: 'cmd', cwd: match[1], length: match[0].length }
}

function versioned(text: string): Parts | null {
  const match = /^-?((?:bash|sh|zsh|ash|ksh|dash)-\d[\d.]{0,8})[#$](?= |$)/.exec(text)
  if (match === null) return null
  return { shape: 'versioned', family: 'versioned', length: match[0].length }
}

/** busybox: `/ # `, `~ $ `, `/usr/src/app # `. */
function path(text: string): Parts | null {
  const match = /^([/~][\w.+~/-]{0,160}) ([#$%])(?= |$)/.exec(text)
  if (match === null) return null
  return { shape: 'path', family: 'path', cwd: match[1], length: match[0].length }
}

/** `alpine:~# `, and the old macOS `MacBook:dir user$ `. */
function hostPath(text: string): Parts | null {
  const match =
    /^([A-Za-z][\w.-]{1,64}):([~/][^\s$#%>]{0,160}|[\w.-]{1,60}(?= [\w.-]{1,40}\$))( [\w.-]{1,40})?([$#%])(?= |$)/.exec(
      text,
    )
  if (match === null) return null
  const [all, host = '', cwd, user] = match
  return { shape: 'host-path', family: `:${host}`, user: user?.trim(), host, cwd: cwd?.trim(), length: all.length }
}

/** Frames of two-line prompts: `└─$ `, `╰─❯ `. */
function frame(text: string): Parts | null {
  const match = /^[└╰┗][─━╼]{0,4} ?[$#%❯>»λ➤⟩]{1,3}(?= |$|docker |sudo )/u.exec(text)
  if (match === null) return null
  return { shape: 'symbol', family: 'frame', length: match[0].length }
}

/** One of these ends a prompt of any shape: most rows have none and need no closer look. */
const signs = /[$#%>❯»λ➤⟩]/u

const shapes: readonly Shape[] = [
  userHost,
  arrow,
  bracket,
  powershell,
  windowsCommand,
  versioned,
  path,
  hostPath,
  frame,
]

/** The prompt of a well-known, unmistakable shape that starts at `start`, if there is one. */
export function matchShape(text: string, start: number): Prompt | null {
  const window = text.slice(start, start + windowLength)
  if (!signs.test(window)) return null
  const skipped = lead.exec(window)?.[0].length ?? 0
  const rest = window.slice(skipped)
  for (const shape of shapes) {
    const parts = shape(rest)
    if (parts !== null) return toPrompt(parts, text, start, skipped)
  }
  return null
}

function toPrompt(parts: Parts, text: string, start: number, skipped: number): Prompt {
  return {
    shape: parts.shape,
    start,
    end: skipBlanks(text, start + skipped + parts.length),
    family: parts.family,
    user: parts.user ?? null,
    host: parts.host ?? null,
    cwd: parts.cwd ?? null,
  }
}

export function skipBlanks(text: string, from: number): number {
  let i = from
  while (text.charAt(i) === ' ' || text.charAt(i) === '\t') i++
  return i
}
