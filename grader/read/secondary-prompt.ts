const named =
  /^\s*(?:(?:[a-z]{1,12} ){0,4}(?:quote|dquote|bquote|cmdsubst|heredoc|heredocd|pipe|for|while|until|if|then|cmdand|cmdor|subsh|else|function|do|case)>|More\?)(?: |$)/
const plain = /^\s*>{1,2}(?: |$)/

/** The length of the PS2 prompt at the start of a row (`> `, `>> `, zsh's `quote> `, cmd's `More? `), null where there is none. */
export function secondaryLength(text: string): number | null {
  const mark = plain.exec(text) ?? named.exec(text.slice(0, 120))
  return mark === null ? null : mark[0].length
}
