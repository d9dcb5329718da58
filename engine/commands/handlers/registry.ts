import type { Handler } from '../call'
import { login, logout } from '../login'
import { push } from '../push'
import { search } from '../search'

/** What talks to a registry besides pull. */
export const REGISTRY_HANDLERS: Readonly<Record<string, Handler>> = {
  login,
  logout,
  push,
  search,
}
