/** Long flags short enough to be taken for a cluster of short ones. */
const shortLongFlags = new Set([
  'rm',
  'env',
  'ip',
  'dns',
  'cpus',
  'tty',
  'pid',
  'tag',
  'all',
  'ipc',
  'uts',
  'gpus',
  'init',
  'link',
  'file',
  'user',
  'name',
  'help',
])

/**
 * Undoes what word processors do to a command: curly quotes become straight ones where they stand as quotes, and a dash
 * made of two hyphens becomes two hyphens again. An apostrophe inside a word stays what it is.
 */
export function plainTypography(command: string): string {
  if (!/[\u2010-\u201f\u00ab\u00bb]/.test(command)) return command
  return command
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/(^|[\s=:({[,"])[\u2018\u201a\u201b]/g, "$1'")
    .replace(/\u2019(?=$|[\s;|&)}\],"])/g, "'")
    .replace(/(^|[\s=])\u2019/g, "$1'")
    .replace(
      /(^|\s)[\u2013\u2014]([A-Za-z][\w-]{0,40})/g,
      (_all, before: string, name: string) => before + hyphens(name) + name,
    )
    .replace(/[\u2010\u2011\u2012]/g, '-')
}

function hyphens(name: string): string {
  const word = name.split('-', 1)[0] ?? name
  if (shortLongFlags.has(word)) return '--'
  return word.length <= 3 ? '-' : '--'
}
