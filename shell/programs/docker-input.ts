/** Commands that read all of their standard input before they begin. */
export function readsInput(argv: readonly string[]): boolean {
  const words = argv.filter((word) => !word.startsWith('--'))
  if (argv.includes('--password-stdin')) return true
  if (words.includes('load')) return !argv.some((word) => word === '-i' || word.startsWith('--input'))
  return words.includes('-') && words.some((word) => word === 'build' || word === 'import' || word === 'cp')
}
