import { type PrintedTable, readTable } from './table'

/** An output cut into the things Docker prints. Lines count from 0 in the output. */
export interface PrintedOutput {
  readonly tables: readonly PrintedTable[]
  /** What pulling an image printed, one entry an image. */
  readonly pulls: readonly PrintedPull[]
  /** All other lines that are not blank. */
  readonly lines: readonly PrintedLine[]
}

export interface PrintedLine {
  readonly line: number
  readonly text: string
}

export interface PrintedPull {
  readonly line: number
  /** `nginx:latest`, as its Status line or its "Unable to find image" names it. */
  readonly reference: string
  readonly result: 'downloaded' | 'up-to-date' | 'unfinished'
  readonly digest: string | null
}

const PULL_LINE =
  /^(?:Unable to find image '[^']{1,255}' locally|Using default tag: latest|Trying to pull \S{1,255}|\S{1,128}: Pulling from \S{1,255}|[0-9a-f]{12}: (?:Pull|Already|Download|Verifying|Waiting|Extracting|Retrying|Preparing|Layer).{0,120}|Getting image source signatures|Copying (?:blob|config) .{1,120}|Writing manifest to image destination|Storing signatures|Digest: sha256:[0-9a-f]{64}|Status: (?:Downloaded newer image for|Image is up to date for|Downloaded) \S{1,255}|docker\.io\/\S{1,255})$/

/** Notices of today's tools around Docker's own output: advertisement, platform and emulation warnings. */
const NOTICE =
  /^(?:What's [Nn]ext:?|Use 'docker scan'|\s{2,}(?:Try Docker Debug|View (?:a summary|build details)|Learn more at|docker (?:debug|scout)).{0,200}|WARNING: The requested image's platform.{0,200}|Emulate Docker CLI using podman.{0,200}|.{0,80}docs\.docker\.com\/go\/debug-cli.{0,80}|\[sudo\] .{0,100}:\s*$|\s*i Info → {2,}.{0,80}|Resolved "[^"]{1,100}" as an alias .{0,100})/

/** Reads an output. Bounded by the length of `lines`. */
export function readOutput(lines: readonly string[]): PrintedOutput {
  const known = read.get(lines)
  if (known !== undefined) return known
  const output = cutOutput(lines)
  read.set(lines, output)
  return output
}

/** An output is asked about at every turn of its judging. */
const read = new WeakMap<readonly string[], PrintedOutput>()

function cutOutput(lines: readonly string[]): PrintedOutput {
  const tables: PrintedTable[] = []
  const rest: PrintedLine[] = []
  const pullLines: PrintedLine[] = []
  for (let line = 0; line < lines.length; line += 1) {
    const text = lines[line] ?? ''
    const table = readTable(lines, line)
    if (table) {
      tables.push(table)
      line = table.rows.at(-1)?.line ?? line
    } else if (PULL_LINE.test(text.trim())) pullLines.push({ line, text: text.trim() })
    else if (text.trim() !== '' && !NOTICE.test(text)) rest.push({ line, text })
  }
  return { tables, pulls: readPulls(pullLines), lines: rest }
}

function readPulls(lines: readonly PrintedLine[]): readonly PrintedPull[] {
  const pulls: PrintedPull[] = []
  let digest: string | null = null
  let open: PrintedLine | null = null
  for (const entry of lines) {
    const status = /^Status: (Downloaded|Image is up to date).{0,20} for (\S+)$/.exec(entry.text)
    const found = /^Digest: sha256:([0-9a-f]{64})$/.exec(entry.text)
    if (found) digest = found[1] ?? null
    if (/Pulling from|Unable to find/.test(entry.text)) open ??= entry
    if (!status) continue
    pulls.push({
      line: entry.line,
      reference: status[2] ?? '',
      result: status[1] === 'Downloaded' ? 'downloaded' : 'up-to-date',
      digest,
    })
    digest = null
    open = null
  }
  const name = open ? /(?:Unable to find image '([^']+)'|Pulling from (?:library\/)?(\S+))/.exec(open.text) : null
  if (open && name) pulls.push({ line: open.line, reference: name[1] ?? name[2] ?? '', result: 'unfinished', digest })
  return pulls
}
