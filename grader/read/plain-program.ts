/** Nothing to do for nearly every command: docker's bare name, or none of it. */
const ODD_NAME = /\bdocker\.exe\b|[/\\]docker\b|\bcommand\s+docker\b/

/** What stands before a program's name: a border of commands, and programs that run the one named behind them. */
const BORDER = String.raw`(?:^|[;|&({!\n\`]|(?<=\s)(?:do|then|else)(?=\s))`
const RUNNERS = String.raw`(?:(?:sudo|winpty|time|nohup|exec|env|xargs|watch|[A-Za-z_]\w{0,40}=[\w./:-]{0,80})[ \t]+(?:-{1,2}[\w-]{1,20}[ \t]+){0,3}){0,4}`
const NAME = String.raw`(?:command[ \t]+)?(?:\\|\.?/(?:[\w.-]{1,40}/){1,8})?docker(?:\.exe)?(?=[\s;|&)\`]|$)`
const QUOTED = String.raw`'[^']*'|"(?:[^"\\]|\\[^])*"`

const PROGRAM = new RegExp(`(${QUOTED})|(${BORDER}[ \\t]*${RUNNERS})${NAME}`, 'g')

/**
 * A command with docker by its bare name wherever it is a program's: `docker.exe` of WSL and Git Bash, a path to it,
 * `command docker` and `\docker` run the same client. Words in quotes stay, but for substitutions in double ones; so do
 * here-documents.
 */
export function plainProgram(command: string): string {
  if (!ODD_NAME.test(command)) return command
  const end = command.includes('<<') ? command.indexOf('\n') : -1
  const [typed, document] = end < 0 ? [command, ''] : [command.slice(0, end), command.slice(end)]
  return inCommand(typed) + document
}

function inCommand(text: string): string {
  return text.replace(PROGRAM, (all, quoted: string | undefined, before: string | undefined) => {
    if (quoted === undefined) return `${before ?? ''}docker`
    return quoted.startsWith('"') ? quoted.replace(/\$\([^()]*\)|`[^`]*`/g, inSubstitution) : all
  })
}

function inSubstitution(text: string): string {
  const opener = text.startsWith('`') ? 1 : 2
  return text.slice(0, opener) + inCommand(text.slice(opener, -1)) + text.slice(-1)
}
