import type { ClientVersion } from '../cli/client-version'
import { malformed, type Parsed, parsed } from './parsed'

export interface RestartPolicy {
  readonly name: string
  readonly maximumRetryCount: number
}

const INVALID_FORMAT = 'invalid restart policy format'

/** Reads `no`, `always`, `on-failure:3` as the client does; whether the name exists is the engine's to say. */
export function parseRestartPolicy(text: string, client: ClientVersion): Parsed<RestartPolicy> {
  const prefix = client === '20.10' ? '' : `${INVALID_FORMAT}: `
  if (text === '') return parsed({ name: '', maximumRetryCount: 0 })
  const colon = text.indexOf(':')
  const name = colon === -1 ? text : text.slice(0, colon)
  const count = colon === -1 ? '' : text.slice(colon + 1)
  if (client === '20.10' && count.includes(':')) return malformed(INVALID_FORMAT)
  if (client !== '20.10' && name === '') return malformed(`${prefix}no policy provided before colon`)
  if (count === '') return parsed({ name, maximumRetryCount: 0 })
  if (!/^[+-]?\d{1,18}$/.test(count)) return malformed(`${prefix}maximum retry count must be an integer`)
  return parsed({ name, maximumRetryCount: Number(count) })
}
