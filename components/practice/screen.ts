/** One act on the screen: what stood on the line, what was typed there, what it showed. */
export interface ScreenEntry {
  readonly id: number
  readonly prompt: string
  readonly typed: string
  readonly output: string
}

/** What a terminal has shown. */
export interface Screen {
  readonly entries: readonly ScreenEntry[]
  /** What stands on the current line: a prompt, or the beginning of an output. */
  readonly line: string
  /** Whether the beginning is no longer kept. */
  readonly isCut: boolean
  readonly nextId: number
}

/** Characters that are kept; older ones leave at the top. */
const CHARACTERS_MAX = 150_000

export function openScreen(line: string): Screen {
  return { entries: [], line, isCut: false, nextId: 0 }
}

/** The line that is entered leaves the current line; `typed` is seen, a line feed included where one is echoed. */
export function typeOnScreen(screen: Screen, typed: string): Screen {
  const entry = { id: screen.nextId, prompt: screen.line, typed, output: '' }
  return { ...screen, entries: [...screen.entries, entry], line: '', nextId: screen.nextId + 1 }
}

/** Adds what was shown since. Where a prompt follows, it is the new current line; otherwise the output's unended one is. */
export function showOnScreen(screen: Screen, output: string, line: string, isPrompt: boolean): Screen {
  const added = printable(output)
  if (added === '' && line === screen.line) return screen
  const text = screen.line + added
  const cut = isPrompt ? text.length : text.lastIndexOf('\n') + 1
  const last = screen.entries.at(-1) ?? { id: screen.nextId, prompt: '', typed: '', output: '' }
  const entry = { ...last, output: last.output + text.slice(0, cut) }
  return keepRecent({
    ...screen,
    entries: [...screen.entries.slice(0, -1), entry],
    line: isPrompt ? line : text.slice(cut),
    nextId: Math.max(screen.nextId, entry.id + 1),
  })
}

/** Wiped, as `clear` does; the current line stays. */
export function clearScreen(screen: Screen): Screen {
  return { ...screen, entries: [], isCut: false }
}

/** Everything on the screen, as it would be copied out of a terminal. */
export function screenText({ entries, line }: Screen): string {
  return entries.map(({ prompt, typed, output }) => prompt + typed + output).join('') + line
}

function keepRecent(screen: Screen): Screen {
  let spare = CHARACTERS_MAX
  const kept: ScreenEntry[] = []
  for (const entry of screen.entries.toReversed()) {
    if (spare <= 0) return { ...screen, entries: kept.toReversed(), isCut: true }
    const isWhole = entry.output.length <= spare
    kept.push(isWhole ? entry : { ...entry, output: entry.output.slice(-spare) })
    spare -= entry.output.length + entry.typed.length + entry.prompt.length
  }
  return { ...screen, entries: kept.toReversed(), isCut: screen.isCut || spare < 0 }
}

/** Colours, titles and moves of the cursor are left out; a carriage return writes over its line. */
function printable(text: string): string {
  return text
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])/gu, '')
    .replace(/\r+\n/gu, '\n')
    .replace(/^.*\r(.*)$/gmu, (line) => line.split('\r').reduce((under, over) => over + under.slice(over.length)))
    .replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]/gu, '')
}
