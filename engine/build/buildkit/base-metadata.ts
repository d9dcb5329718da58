import type { Image } from '../../image/image'
import { lookUpRemote } from '../../image/pull'
import { findImage } from '../../image/store'
import type { Io } from '../../io'
import { canonicalReference, withDefaultTag } from '../../reference/print-reference'
import { dockerReferenceRules, parseReference } from '../../reference/reference'
import type { Transaction } from '../../state'
import { frontendOf } from '../frontend'
import type { BuildRequest } from '../request'
import { SolveFault } from './solve-fault'
import { vertex } from './vertex'

/** An image a build starts from. */
export interface BaseImage {
  readonly image: Image
  /** `docker.io/library/alpine:latest`: as its metadata is loaded. */
  readonly fullName: string
  /** As FROM names it. */
  readonly shownName: string
  /** It was on this machine before the build. */
  readonly isLocal: boolean
  readonly seconds: number
}

const LOCAL_SECONDS = 0.02
const REMOTE_SECONDS = 0.9

/** Finds the image of a FROM or `--from`: local, else at the registry (it gets no name on this machine). */
export function loadMetadata(
  transaction: Transaction,
  io: Io,
  request: BuildRequest,
  name: string,
  line: number,
): BaseImage {
  const isOld = frontendOf(request.profile) === '20.10'
  const parsed = parseReference(name, dockerReferenceRules(isOld ? '20.10' : '28'))
  if (!parsed.ok)
    throw new SolveFault(isOld ? parsed.error : `failed to parse stage name "${name}": ${parsed.error}`, line)
  const { reference } = parsed
  const fullName = canonicalReference(withDefaultTag(reference))
  const local = findImage(transaction.state, name)
  if (local.ok && !request.pull)
    return {
      image: local.image,
      fullName,
      shownName: isOld ? canonicalReference(reference) : fullName,
      isLocal: true,
      seconds: LOCAL_SECONDS,
    }
  const remote = lookUpRemote(transaction.state, io.hub, reference)
  if (typeof remote !== 'string') {
    const shownName = isOld
      ? canonicalReference({ ...reference, digest: remote.digest, tag: null })
      : `${fullName}@${remote.digest}`
    return { image: remote.image, fullName, shownName, isLocal: false, seconds: REMOTE_SECONDS }
  }
  const reason =
    remote === 'absent'
      ? `${fullName}: not found`
      : 'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed'
  const message = isOld ? reason : `${name}: failed to resolve source metadata for ${fullName}: ${reason}`
  const failed = vertex(`[internal] load metadata for ${fullName}`, 0.1, { result: 'error', error: reason })
  throw new SolveFault(message, line, failed)
}
