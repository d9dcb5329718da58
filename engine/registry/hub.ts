import type { Image } from '../image/image'

/** One row of `docker search`. */
export interface SearchRow {
  readonly name: string
  readonly description: string
  readonly stars: number
  readonly official: boolean
  readonly automated: boolean
}

/** One tag of a repository: the image it names and the manifest's digest (`sha256:…`). */
export interface HubTag {
  readonly tag: string
  readonly digest: string
  readonly image: Image
}

export interface HubRepository {
  /** Full name: `docker.io/library/nginx`. */
  readonly name: string
  /** Pulls need the owner's login. */
  readonly private: boolean
  readonly tags: readonly HubTag[]
}

/** The registry's catalogue: constant data beside the state. */
export interface Hub {
  readonly repositories: Readonly<Record<string, HubRepository>>
  /** Rows by the term searched for. */
  readonly search: Readonly<Record<string, readonly SearchRow[]>>
  /** Password by user. */
  readonly accounts: Readonly<Record<string, string>>
  /** Answers a login with an identity token, as the recorded stand-in does; the client then keeps no password. */
  readonly givesTokens?: boolean
}

/** The repository of that full name, or null. */
export function repositoryNamed(hub: Hub, name: string): HubRepository | null {
  return Object.hasOwn(hub.repositories, name) ? (hub.repositories[name] ?? null) : null
}

/** What a tag or a digest of a repository names, or null. */
export function hubTag(
  repository: HubRepository,
  wanted: { readonly tag: string | null; readonly digest: string | null },
): HubTag | null {
  const { tags } = repository
  if (wanted.digest !== null) return tags.find((row) => row.digest === wanted.digest) ?? null
  return tags.find((row) => row.tag === (wanted.tag ?? 'latest')) ?? null
}
