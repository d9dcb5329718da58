/** What sort of secret was masked; its letter begins every mask. */
export type SecretKind = 'password' | 'token' | 'key' | 'email' | 'host' | 'user'

const LETTERS: Readonly<Record<SecretKind, string>> = {
  password: 'p',
  token: 't',
  key: 'k',
  email: 'm',
  host: 'h',
  user: 'u',
}

/** One secret that was found, and what stands for it everywhere. */
export interface Alias {
  readonly kind: SecretKind
  readonly secret: string
  readonly mask: string
}

/** Gives every secret one mask: as long as the secret where that is possible, so that columns stay where they are. */
export class Aliases {
  readonly #known = new Map<string, Alias>()
  readonly #taken = new Set<string>()
  readonly #counts = new Map<SecretKind, number>()
  readonly #occurring: ReadonlySet<string>

  /** `occurring`: words of the texts that could be masks, and so can be nobody's. */
  constructor(occurring: ReadonlySet<string>) {
    this.#occurring = occurring
  }

  /** The mask of a secret; a mask that comes back in a text masked before stays as it is. */
  maskOf(kind: SecretKind, secret: string): string {
    const known = this.#known.get(secret)
    if (known !== undefined) return known.mask
    if (isMask(secret)) return secret
    const mask = this.#fresh(kind, secret)
    this.#taken.add(mask)
    this.#known.set(secret, { kind, secret, mask })
    return mask
  }

  /** All secrets found so far, in the order in which they were. */
  all(): readonly Alias[] {
    return [...this.#known.values()]
  }

  #fresh(kind: SecretKind, secret: string): string {
    let count = this.#counts.get(kind) ?? 0
    let mask = ''
    do {
      count += 1
      mask = shaped(`${LETTERS[kind]}${count}`, secret)
    } while (this.#taken.has(mask) || this.#occurring.has(mask.split('@')[0] ?? mask))
    this.#counts.set(kind, count)
    return mask
  }
}

/** Of an address its `@` and the dots behind it stay: what it is can still be read. */
function shaped(name: string, secret: string): string {
  const at = secret.indexOf('@')
  if (at <= 0) return filled(name, secret.length)
  return `${filled(name, at)}@${secret.slice(at + 1).replace(/[^.]/g, 'x')}`
}

function filled(name: string, length: number): string {
  return name.padEnd(length, 'x')
}

const MASK = /^[ptkmhu]\d{1,4}x*(?:@[\w.-]{1,300})?$/

/** Whether a word is what masking makes. */
function isMask(word: string): boolean {
  return word.length >= 2 && word.length <= 4_400 && MASK.test(word)
}
