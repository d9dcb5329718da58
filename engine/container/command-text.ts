/** A command as the engine joins it (moby `Container.Path` and quoted `Args`): words with blanks or quotes are quoted for a shell. */
export function quoteShellWords(words: readonly string[]): string {
  const [path = '', ...args] = words
  return [path, ...args.map(quoteWord)].join(' ')
}

function quoteWord(word: string): string {
  if (word === '') return "''"
  if (/^[\w%+,./:=@-]+$/.test(word)) return word
  return word.includes("'") ? `'${word.replaceAll("'", `'"'"'`)}'` : `'${word}'`
}
