const simple: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

/** Replaces backslash escapes as `echo -e` does; `stop` is set by \c. */
export function unescapeText(text: string, bareOctal = false): { readonly text: string; readonly stop: boolean } {
  if (!text.includes('\\')) return { text, stop: false }
  let result = ''
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? ''
    const next = text[index + 1] ?? ''
    if (char !== '\\' || next === '') {
      result += char
      continue
    }
    if (next === 'c') return { text: result, stop: true }
    const octal = /^0?[0-7]{1,3}/.exec(text.slice(index + 1, index + 5))?.[0]
    const hex = /^x([0-9A-Fa-f]{1,2})/.exec(text.slice(index + 1, index + 4))
    if (octal !== undefined && (next === '0' || bareOctal)) {
      result += String.fromCharCode(Number.parseInt(octal, 8) & 255)
      index += octal.length
    } else if (hex !== null) {
      result += String.fromCharCode(Number.parseInt(hex[1] ?? '0', 16))
      index += hex[0].length
    } else {
      result += simple[next] ?? `\\${next}`
      index += 1
    }
  }
  return { text: result, stop: false }
}

/** `echo`: bash, busybox and coreutils know -n -e -E; dash only -n, and always interprets escapes. */
export function echoText(args: readonly string[], isDash: boolean): string {
  let newline = true
  let escapes = isDash
  let index = 0
  for (; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (!(isDash ? /^-n$/ : /^-[neE]+$/).test(word)) break
    for (const letter of word.slice(1)) {
      if (letter === 'n') newline = false
      else escapes = letter === 'e'
    }
  }
  const text = args.slice(index).join(' ')
  const shown = escapes ? unescapeText(text, isDash) : { text, stop: false }
  return shown.text + (newline && !shown.stop ? '\n' : '')
}
