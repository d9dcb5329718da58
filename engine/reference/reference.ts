import type { ClientVersion } from '../cli/client-version'

/** An image reference with everything that was left out filled in but its tag: `nginx` is docker.io/library/nginx. */
export interface ImageReference {
  readonly domain: string
  readonly path: string
  readonly tag: string | null
  /** `sha256:…` */
  readonly digest: string | null
}

export type ParsedReference =
  | { readonly ok: true; readonly reference: ImageReference }
  | { readonly ok: false; readonly error: string }

export interface ReferenceRules {
  /** 20.10 has shorter words for upper case and does not take an upper-case first part for a registry. */
  readonly client: ClientVersion
  /** Digest algorithms the program knows, with the length of their hexadecimal digits. */
  readonly digestLengths: Readonly<Record<string, number>>
}

const DOCKER_DIGESTS = { sha256: 64, sha384: 96, sha512: 128 }
const DEFAULT_DOMAIN = 'docker.io'
const LEGACY_DOMAIN = 'index.docker.io'
const OFFICIAL_PREFIX = 'library/'
const PATH_LENGTH_MAX = 255
/** Longer texts cannot be references: a registry's name, 255 characters of path, a tag and a digest fit well within. */
const TEXT_LENGTH_MAX = 2048

const INVALID_FORMAT = 'invalid reference format'
const DOMAIN_COMPONENT = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])'
const DOMAIN = `(?:${DOMAIN_COMPONENT}(?:\\.${DOMAIN_COMPONENT})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`
const PATH_COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const PATH = `${PATH_COMPONENT}(?:/${PATH_COMPONENT})*`
const TAG = '[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}'
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}'
const REFERENCE = new RegExp(`^(?:(${DOMAIN})/)?(${PATH})(?::(${TAG}))?(?:@(${DIGEST}))?$`)
const IDENTIFIER = /^[a-f0-9]{64}$/

/** Docker's own rules for a client of this version. */
export function dockerReferenceRules(client: ClientVersion): ReferenceRules {
  return { client, digestLengths: DOCKER_DIGESTS }
}

/** Reads what a user types for an image (distribution/reference `ParseNormalizedNamed`), with the library's own errors. */
export function parseReference(text: string, rules: ReferenceRules): ParsedReference {
  if (IDENTIFIER.test(text))
    return failure(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`)
  if (text.length > TEXT_LENGTH_MAX) return failure(INVALID_FORMAT)
  const { domain, rest } = splitDomain(text, rules.client)
  const remote = rest.split(':', 1)[0] ?? ''
  if (remote.toLowerCase() !== remote) return failure(upperCaseError(remote, rules.client))
  return parseComplete(domain, rest, rules)
}

/** As {@link parseReference}, but 64 hexadecimal digits or a digest alone are a digest: `{ digest }` (`ParseAnyReference`). */
export function parseAnyReference(
  text: string,
  rules: ReferenceRules,
): ParsedReference | { readonly ok: true; readonly digest: string } {
  if (IDENTIFIER.test(text)) return { ok: true, digest: `sha256:${text}` }
  if (digestError(text, rules) === null) return { ok: true, digest: text }
  return parseReference(text, rules)
}

function parseComplete(domain: string, rest: string, rules: ReferenceRules): ParsedReference {
  const text = `${domain}/${rest}`
  const match = REFERENCE.exec(text)
  if (match === null) {
    return failure(
      REFERENCE.test(text.toLowerCase()) ? `${INVALID_FORMAT}: repository name must be lowercase` : INVALID_FORMAT,
    )
  }
  const [, matchedDomain = '', path = '', tag, digest] = match
  if (path.length > PATH_LENGTH_MAX)
    return failure(`repository name must not be more than ${PATH_LENGTH_MAX} characters`)
  const wrongDigest = digest === undefined ? null : digestError(digest, rules)
  if (wrongDigest !== null) return failure(wrongDigest)
  return { ok: true, reference: { domain: matchedDomain, path, tag: tag ?? null, digest: digest ?? null } }
}

/** The first part is a registry when it has a dot or a port, is `localhost`, or (since 23) cannot be a name for its upper case. */
function splitDomain(text: string, client: ClientVersion): { domain: string; rest: string } {
  const slash = text.indexOf('/')
  const first = text.slice(0, Math.max(slash, 0))
  const hasUpperCase = client !== '20.10' && first !== first.toLowerCase()
  const isDomain = slash !== -1 && (first === 'localhost' || /[.:]/.test(first) || hasUpperCase)
  const domain = !isDomain || first === LEGACY_DOMAIN ? DEFAULT_DOMAIN : first
  const rest = isDomain ? text.slice(slash + 1) : text
  return { domain, rest: domain === DEFAULT_DOMAIN && !rest.includes('/') ? OFFICIAL_PREFIX + rest : rest }
}

function upperCaseError(remote: string, client: ClientVersion): string {
  const subject = client === '20.10' ? 'repository name' : `repository name (${remote})`
  return `${INVALID_FORMAT}: ${subject} must be lowercase`
}

/** go-digest `Parse`: what is wrong with a digest, or null. */
function digestError(digest: string, rules: ReferenceRules): string | null {
  const colon = digest.indexOf(':')
  const encoded = digest.slice(colon + 1)
  if (colon <= 0 || encoded === '') return 'invalid checksum digest format'
  const algorithm = digest.slice(0, colon)
  const length = Object.hasOwn(rules.digestLengths, algorithm) ? rules.digestLengths[algorithm] : undefined
  if (length === undefined) {
    return /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/.test(digest)
      ? 'unsupported digest algorithm'
      : 'invalid checksum digest format'
  }
  if (encoded.length !== length) return 'invalid checksum digest length'
  return /^[a-f0-9]+$/.test(encoded) ? null : 'invalid checksum digest format'
}

function failure(error: string): ParsedReference {
  return { ok: false, error }
}
