/** Other ways the same session can look or be copied: each turns a recording (prompt `student@host:DIR$`) into a paste. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  'as recorded': (text) => text,
  'a bare $': (text) => reprompt(text, () => '$'),
  'a bare #': (text) => reprompt(text, () => '#'),
  'a bare %': (text) => reprompt(text, () => '%'),
  'a bare >': (text) => reprompt(text, () => '>'),
  'root of a host': (text) => reprompt(text, (dir) => `root@srv1:${dir}#`),
  'macOS zsh': (text) => reprompt(text, () => 'student@Mac-mini tp %'),
  'old macOS bash': (text) => reprompt(text, () => 'MacBook-de-Zoe:tp zoe$'),
  fish: (text) => reprompt(text, (dir) => `student@host ${dir}>`),
  'Red Hat': (text) => reprompt(text, () => '[student@host tp]$'),
  PowerShell: (text) => reprompt(text, () => 'PS C:\\Users\\Zoe Petit>'),
  cmd: (text) => text.replace(/student@host:[^$\n]*\$ ?/g, 'C:\\Users\\Zoe Petit>'),
  'Git Bash': (text) => reprompt(text, (dir) => `Zoe@PC-3 MINGW64 ${dir} (main)\n$`),
  'Play with Docker': (text) => reprompt(text, (dir) => `[node1] (local) root@192.168.0.8 ${dir}\n$`),
  'GitHub Codespaces': (text) => reprompt(text, (dir) => `@zoe-petit ➜ ${dir.replace('~', '/workspaces/tp')} (main) $`),
  'a development container': (text) => reprompt(text, () => 'vscode ➜ ~/code (main ✗) $'),
  'oh-my-zsh': (text) => reprompt(text, () => '➜  docker git:(main) ✗'),
  'oh-my-zsh at home': (text) => reprompt(text, () => '➜  ~'),
  starship: (text) => reprompt(text, () => '~/code on  main\n❯'),
  pure: (text) => reprompt(text, () => '❯'),
  lambda: (text) => reprompt(text, () => 'λ'),
  Kali: (text) => reprompt(text, () => '┌──(kali㉿kali)-[~/tp]\n└─$'),
  'a virtual environment': (text) => reprompt(text, (dir) => `(base) student@host:${dir}$`),
  'a branch': (text) => reprompt(text, (dir) => `student@host:${dir} (main)$`),
  'a home-made prompt': (text) => reprompt(text, () => '[12:03] marie <tp1> $'),
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'no-break blanks': (text) => text.replace(/ {2,}/g, (run) => `${'\u00a0'.repeat(run.length - 1)} `),
  'blanks at line ends': (text) => text.replaceAll('\n', '   \n'),
  'colours, titles and bracketed paste': coloured,
  'a Markdown fence': (text) => `# Mon TP\n\nVoici :\n\n\`\`\`console\n${text}\n\`\`\`\n\nFin.\n`,
  'a quoted message': (text) => text.trimEnd().replace(/^/gm, '> '),
  indentation: (text) => text.replace(/^(?=.)/gm, '    '),
  'line numbers': (text) => numbered(text, (n) => `${String(n).padStart(4)}  `),
  'line numbers and tabs': (text) => numbered(text, (n) => `${n}\t`),
  'script(1)': (text) =>
    `Script started on 2026-01-01 10:00:00+01:00 [TERM="xterm"]\n${text}\n\nScript done on 2026-01-01 10:10:00+01:00\n`,
  'UTF-16': (text) => `\ufeff${text.replace(/[\s\S]/g, '$&\u0000')}`,
}

function reprompt(text: string, prompt: (directory: string) => string): string {
  return text.replace(/student@host:([^$\n]*)\$/g, (_all, directory: string) => prompt(directory))
}

function coloured(text: string): string {
  const prompt = (dir: string) =>
    `\u001b]0;student@host: ${dir}\u0007\u001b[?2004h\u001b[01;32mstudent@host\u001b[00m:\u001b[01;34m${dir}\u001b[00m$`
  return reprompt(text, prompt).replace(/(\$ [^\n]*)\n/g, '$1\r\n\u001b[?2004l\r')
}

function numbered(text: string, gutter: (n: number) => string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => gutter(index + 1) + line)
    .join('\n')
}
