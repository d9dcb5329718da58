/** Go's own functions and those of docker/cli's `templates` package. */
const FUNCTIONS = [
  'and',
  'call',
  'eq',
  'ge',
  'gt',
  'html',
  'index',
  'js',
  'le',
  'len',
  'lt',
  'ne',
  'not',
  'or',
  'print',
  'printf',
  'println',
  'slice',
  'urlquery',
  'join',
  'json',
  'lower',
  'pad',
  'split',
  'title',
  'truncate',
  'upper',
]

export function isFunction(name: string): boolean {
  return FUNCTIONS.includes(name)
}
