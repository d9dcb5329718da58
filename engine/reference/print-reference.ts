import type { ImageReference } from './reference'

const DEFAULT_TAG = 'latest'

/** `docker.io/library/nginx` */
export function canonicalName({ domain, path }: ImageReference): string {
  return `${domain}/${path}`
}

/** `docker.io/library/nginx:1.25@sha256:…` */
export function canonicalReference(reference: ImageReference): string {
  return canonicalName(reference) + suffix(reference)
}

/** The shortest name that means the same: `nginx`, `user/app`, `registry:5000/app`. */
export function familiarName({ domain, path }: ImageReference): string {
  if (domain !== 'docker.io') return `${domain}/${path}`
  const official = /^library\/([^/]+)$/.exec(path)
  return official?.[1] ?? path
}

/** The familiar name with its tag and digest. */
export function familiarReference(reference: ImageReference): string {
  return familiarName(reference) + suffix(reference)
}

/** Gives a reference without tag and digest the tag `latest` (`reference.TagNameOnly`). */
export function withDefaultTag(reference: ImageReference): ImageReference {
  return reference.tag === null && reference.digest === null ? { ...reference, tag: DEFAULT_TAG } : reference
}

function suffix({ tag, digest }: ImageReference): string {
  return (tag === null ? '' : `:${tag}`) + (digest === null ? '' : `@${digest}`)
}
