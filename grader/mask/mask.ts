import { type Alias, Aliases, type SecretKind } from './aliases'
import { promptNames, wordsOf } from './prompt-names'
import { isNoSecret, SECRET_PATTERNS } from './secret-patterns'

/** Texts with their secrets masked, line for line, and what was masked, in the order found. */
export interface Masked {
  readonly texts: readonly string[]
  readonly masked: readonly Alias[]
}

/** Secrets that are looked for beyond the places that gave them away, at most. */
const EVERYWHERE_MAX = 60
/** Shorter ones are words that stand for something else elsewhere. */
const EVERYWHERE_LENGTH_MIN = 4

/**
 * Masks what a paste should not tell: passwords, tokens, keys, addresses, private hosts, the names in prompts and home
 * folders. The same secret reads alike everywhere, lines stay lines, and no word that was typed as the name of
 * something (a container, an image…) or that `kept` holds (the exercise's own words) is touched outside those places.
 * Masking twice changes nothing more. Pure; it runs in the browser before anything is sent.
 */
export function maskTexts(texts: readonly string[], kept: readonly string[] = []): Masked {
  const names = promptNames(texts)
  const aliases = new Aliases(new Set(texts.flatMap((text) => text.match(MASK_LIKE) ?? [])))
  const keep = new Set(kept.flatMap(wordsOf))
  const maskOf = (kind: SecretKind, word: string) =>
    isNoSecret(kind, word) || keep.has(word) ? word : aliases.maskOf(kind, word)
  const placed = texts
    .map((text) => maskPairs(text, names.pairs, maskOf))
    .map((text) => maskUsers(text, names.users, maskOf))
    .map((text) => maskKeys(text, maskOf))
    .map((text) => maskPlaces(text, maskOf))
  for (const host of names.hosts) maskOf('host', host)
  const isName = (kind: SecretKind, word: string) =>
    kind === 'user' || kind === 'host' ? names.typed.has(word) : names.named.has(word)
  const spread = aliases
    .all()
    .filter(({ kind, secret }) => secret.length >= EVERYWHERE_LENGTH_MIN && !isName(kind, secret))
    .slice(0, EVERYWHERE_MAX)
  return { texts: placed.map((text) => maskEverywhere(text, spread)), masked: aliases.all() }
}

type MaskOf = (kind: SecretKind, word: string) => string

/** `user@host` as prompts have it; a container's host name is its id and stays. */
function maskPairs(text: string, pairs: readonly (readonly [string, string])[], maskOf: MaskOf): string {
  return pairs.reduce(
    (masked, [user, host]) =>
      masked.replaceAll(`${user}@${host}`, () => `${maskOf('user', user)}@${maskOf('host', host)}`),
    text,
  )
}

/** Names that a pattern cannot delimit: with blanks in a Windows home, before `$` in a Mac's prompt, before an arrow. */
function maskUsers(text: string, users: readonly string[], maskOf: MaskOf): string {
  return users.reduce(
    (masked, user) =>
      masked
        .replaceAll(`\\Users\\${user}`, () => `\\Users\\${maskOf('user', user)}`)
        .replaceAll(` ${user}$ `, () => ` ${maskOf('user', user)}$ `)
        .replaceAll(`@${user} ➜ `, () => `@${maskOf('user', user)} ➜ `)
        .replaceAll(`@${user} → `, () => `@${maskOf('user', user)} → `),
    text,
  )
}

/** The lines between the marks of a private key. */
function maskKeys(text: string, maskOf: MaskOf): string {
  if (!text.includes('PRIVATE KEY-----')) return text
  let inside = false
  return text
    .split('\n')
    .map((line) => {
      if (/-----(?:BEGIN|END) [A-Z ]{0,30}PRIVATE KEY-----/.test(line)) {
        inside = line.includes('-----BEGIN')
        return line
      }
      const content = line.trim()
      return inside && /^[A-Za-z0-9+/=]{8,100}$/.test(content) ? line.replace(content, maskOf('key', content)) : line
    })
    .join('\n')
}

function maskPlaces(text: string, maskOf: MaskOf): string {
  return SECRET_PATTERNS.reduce(
    (masked, { kind, pattern }) =>
      masked.replace(pattern, (_found, before: string, secret: string) => before + maskOf(kind, secret)),
    text,
  )
}

/** The same secrets wherever else they stand as words of their own. */
function maskEverywhere(text: string, aliases: readonly Alias[]): string {
  return aliases.reduce((masked, { secret, mask }) => {
    if (!masked.includes(secret)) return masked
    const pieces = masked.split(secret)
    return pieces
      .map((piece, index) => {
        if (index === 0) return piece
        const isWord = !isJoined(pieces[index - 1]?.at(-1)) && !isJoined(piece[0])
        return (isWord ? mask : secret) + piece
      })
      .join('')
  }, text)
}

/** Whether a character beside a word belongs to it. */
function isJoined(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character)
}

/** Words that look as if they were masked already: they are nobody else's mask. */
const MASK_LIKE = /\b[ptkmhu]\d{1,4}x{0,400}/g
