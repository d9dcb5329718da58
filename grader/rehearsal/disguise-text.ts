/** Another way in which a session looks or was copied. The rehearsed prompt is `student@host:DIR$`. */
export const TEXT_DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  'a bare prompt': (text) => reprompt(text, () => '$'),
  'the prompt of a Mac': (text) => reprompt(text, () => 'zoe@MacBook-Air-de-Zoe tp %'),
  'a theme of zsh': (text) => reprompt(text, () => '➜  tp git:(main) ✗'),
  // PowerShell has no here-documents.
  PowerShell: (text) => (text.includes('<<') ? text : reprompt(text, () => 'PS C:\\Users\\Zoe>')),
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'rows wrapped at 80 columns': (text) => text.split('\n').map(wrapped).join('\n'),
}

function reprompt(text: string, prompt: (directory: string) => string): string {
  return text.replace(/student@host:([^$\n]*)\$/g, (_all, directory: string) => prompt(directory))
}

const COLUMNS = 80

function wrapped(line: string): string {
  const rows: string[] = []
  for (let at = 0; at < line.length; at += COLUMNS) rows.push(line.slice(at, at + COLUMNS))
  return rows.length === 0 ? line : rows.join('\n')
}
