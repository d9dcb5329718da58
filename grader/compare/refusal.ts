/**
 * What a refusal means, whatever client or engine worded it. `subject` is the name or reference spoken of
 * ('' where there is none). `cause` says whose doing it is: the command itself, or the student's machine.
 */
export interface Refusal {
  readonly kind: RefusalKind
  readonly subject: string
  readonly cause: 'command' | 'machine'
  /** Line of the output, from 0. */
  readonly line: number
}

export type RefusalKind =
  | 'no-such-container'
  | 'no-such-image'
  | 'no-such-object'
  | 'no-such-volume'
  | 'no-such-network'
  | 'name-conflict'
  | 'container-running'
  | 'container-paused'
  | 'container-not-running'
  | 'image-in-use'
  | 'volume-in-use'
  | 'network-in-use'
  | 'port-taken'
  | 'pull-denied'
  | 'manifest-unknown'
  | 'invalid-reference'
  | 'invalid-name'
  | 'command-not-found'
  | 'not-executable'
  | 'usage'
  | 'unknown-command'
  | 'invalid-argument'
  | 'no-command'
  | 'not-a-terminal'
  | 'daemon-unreachable'
  | 'socket-denied'
  | 'pull-limit'
  | 'no-network'
  | 'no-space'
  | 'no-shell-command'
  | 'other'

type Row = readonly [RefusalKind, RegExp, Refusal['cause']?]

/** First match wins. Subjects are the first group. Bounded patterns only: they run on hostile text, line by line. */
const ROWS: readonly Row[] = [
  [
    'daemon-unreachable',
    /Cannot connect to the Docker daemon|Is the docker daemon running|error during connect|docker daemon is not running|dial unix .{0,80}: connect: no such file|failed to connect to the docker API/i,
    'machine',
  ],
  ['socket-denied', /permission denied while trying to connect to the [Dd]ocker/, 'machine'],
  ['pull-limit', /toomanyrequests|pull rate limit/i, 'machine'],
  [
    'no-network',
    /dial tcp: lookup|network is unreachable|no such host|TLS handshake timeout|i\/o timeout|request canceled while waiting/i,
    'machine',
  ],
  ['no-space', /no space left on device/i, 'machine'],
  [
    'port-taken',
    /(?:Bind for|listen tcp4?) \S{0,40}:(\d{1,5})(?: failed: port is already allocated|: bind: address already in use)/,
    'machine',
  ],
  ['port-taken', /ports are not available:.{0,60}:(\d{1,5})\b/, 'machine'],
  ['name-conflict', /The container name "\/?([^"]{1,200})" is already in use/],
  ['no-such-container', /No such container: (\S{1,200})/i],
  ['no-such-container', /no container with name or ID "?([^":\s]{1,200})/],
  ['no-such-object', /No such object: (\S{1,200})/i],
  ['no-such-image', /No such image: (\S{1,200})/i],
  ['no-such-volume', /get (\S{1,200}): no such volume|No such volume: (\S{1,200})/i],
  ['no-such-network', /network (\S{1,200}) not found|No such network: (\S{1,200})/],
  [
    'container-running',
    /(?:cannot|could not) remove (?:a running container|container "?([^":\s]{1,200}).{0,80}container is running)/i,
  ],
  ['container-paused', /cannot remove a paused container|is paused, unpause|is already paused/i],
  ['container-not-running', /[Cc]ontainer (\S{1,200}) is not (?:running|paused)|cannot attach to a stopped container/],
  ['image-in-use', /conflict: unable to (?:remove repository reference "([^"]{1,200})"|delete (\S{1,200}))/],
  ['volume-in-use', /remove (\S{1,200}): volume is in use/],
  ['network-in-use', /has active endpoints/],
  ['pull-denied', /pull access denied for ([^\s,]{1,200})|repository does not exist|authorization failed/],
  [
    'manifest-unknown',
    /manifest for (\S{1,200}) not found|manifest unknown|failed to resolve reference "([^"]{1,200})": .{0,200}not found/,
  ],
  ['invalid-reference', /invalid reference format/],
  ['invalid-name', /Invalid container name \(([^)]{1,200})\)/],
  ['not-executable', /exec: "([^"]{1,200})":.{0,60}permission denied/],
  ['command-not-found', /exec: "([^"]{1,200})": (?:executable file not found|stat .{0,200}no such file)/],
  ['no-command', /\b[Nn]o command specified/],
  ['not-a-terminal', /the input device is not a TTY/],
  ['unknown-command', /is not a docker command|docker: unknown command/],
  ['invalid-argument', /^invalid argument "([^"]{0,200})"/],
  [
    'usage',
    /unknown (?:shorthand )?flag|requires (?:exactly|at least|at most)|accepts no arguments|requires \d{1,3} arguments?|flag needs an argument|conflicting options/i,
  ],
  ['other', /^(?:docker: )?Error(?: response from daemon)?: |^docker: /],
  [
    'no-shell-command',
    /^(?:-?bash|zsh|sh|ash|\/bin\/sh|fish)[: ].{0,120}(?:command not found|not found)|: command not found|commande introuvable|Unknown command: |^Command '[^']{1,80}' not found, but|^(?:La commande|Commande) (?:« ?|')[^»']{1,80}(?: ?»|') (?:n['’]a pas été trouvée|non trouvée)/,
  ],
  [
    'no-shell-command',
    /is not recognized as (?:an internal or external command|(?:a|the) name of a cmdlet)|n['’]est pas reconnu (?:en tant que commande interne|comme nom d['’]applet)/,
  ],
]

/** How Docker's clients begin a complaint: programs in containers complain of networks and disks too. */
const DOCKER_SPEAKS =
  /^(?:docker: |#\d+ |Error|ERROR|error|Got permission|permission denied|Cannot connect|[Ff]ailed to|toomanyrequests|Warning: failed|Get "|write \/)/

/** Refusals that follow from what is on the machine: somebody in another terminal may have changed that. */
const OF_STATE: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  'no-such-container',
  'no-such-image',
  'no-such-object',
  'no-such-volume',
  'no-such-network',
  'name-conflict',
  'container-running',
  'container-paused',
  'container-not-running',
  'image-in-use',
  'volume-in-use',
  'network-in-use',
  'port-taken',
])

/** Refusals that follow from the command line alone, the same in every version. */
const OF_TEXT: ReadonlySet<RefusalKind> = new Set<RefusalKind>(['invalid-reference', 'invalid-name', 'unknown-command'])

/** Whether two machines must agree on a refusal: `state` and `text` say what it follows from, `open` that they need not. */
export function groundOf(refusal: Refusal): 'state' | 'text' | 'open' {
  if (OF_STATE.has(refusal.kind)) return 'state'
  return OF_TEXT.has(refusal.kind) ? 'text' : 'open'
}

/** The first refusal in an output, or null. Lines longer than 2,000 characters are read up to there. */
export function readRefusal(lines: readonly string[]): Refusal | null {
  const known = read.get(lines)
  if (known !== undefined) return known
  const refusal = firstRefusal(lines)
  read.set(lines, refusal)
  return refusal
}

/** An output is asked about at every turn of its judging. */
const read = new WeakMap<readonly string[], Refusal | null>()

/** All rows as one pattern for a whole output: where it is not in all of the lines, no row is in any of them. */
function anyOf(flags: string): RegExp {
  const sources = ROWS.flatMap(([, pattern]) => (pattern.flags === flags ? [pattern.source] : []))
  return new RegExp(sources.join('|'), `${flags}m`)
}

const ANYWHERE = [anyOf(''), anyOf('i')]

function firstRefusal(lines: readonly string[]): Refusal | null {
  const bounded = lines.map((text) => text.slice(0, 2_000))
  const whole = bounded.join('\n')
  return ANYWHERE.some((pattern) => pattern.test(whole)) ? firstOf(bounded) : null
}

function firstOf(lines: readonly string[]): Refusal | null {
  for (const [line, bounded] of lines.entries()) {
    for (const [kind, pattern, cause] of ROWS) {
      const match = pattern.exec(bounded)
      if (match && (cause !== 'machine' || DOCKER_SPEAKS.test(bounded)))
        return { kind, subject: subjectOf(match), cause: cause ?? 'command', line }
    }
  }
  return null
}

function subjectOf(match: RegExpExecArray): string {
  const subject = match.slice(1).find((group) => group !== undefined) ?? ''
  return subject.replace(/:latest$/, '').replace(/[.,]$/, '')
}
