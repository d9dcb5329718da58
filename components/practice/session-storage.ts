import type { Act } from './practice-act'

const PREFIX = 'quai-practice-1-'

/** A session as this browser keeps it: what was done, and a digest of what it showed. */
export interface KeptSession {
  readonly acts: readonly Act[]
  readonly digest: number
}

/**
 * Keeps a session; `null` forgets it. One in which something secret was typed is kept for this tab alone. Answers whether
 * it could: older sessions make room.
 */
export function keepSession(name: string, session: KeptSession | null, hasSecret: boolean): boolean {
  try {
    const [store, other] = hasSecret ? [sessionStorage, localStorage] : [localStorage, sessionStorage]
    other.removeItem(PREFIX + name)
    if (session === null) {
      store.removeItem(PREFIX + name)
      return true
    }
    return write(store, PREFIX + name, JSON.stringify({ ...session, at: Date.now() }))
  } catch {
    return false
  }
}

/** What was done in a former visit; `null` when there is nothing. */
export function readSession(name: string): KeptSession | null {
  try {
    const text = sessionStorage.getItem(PREFIX + name) ?? localStorage.getItem(PREFIX + name)
    const kept: unknown = JSON.parse(text ?? 'null')
    return isKept(kept) ? { acts: kept.acts, digest: kept.digest } : null
  } catch {
    return null
  }
}

function write(store: Storage, key: string, text: string): boolean {
  for (;;) {
    try {
      store.setItem(key, text)
      return true
    } catch {
      const oldest = oldestOf(store, key)
      if (oldest === null) return false
      store.removeItem(oldest)
    }
  }
}

/** The session that was kept longest ago, except the one that is to be written. */
function oldestOf(store: Storage, except: string): string | null {
  const keys = Object.keys(store).filter((key) => key.startsWith(PREFIX) && key !== except)
  const aged = keys.map((key) => ({ key, at: timeOf(store.getItem(key)) })).toSorted((one, two) => one.at - two.at)
  return aged[0]?.key ?? null
}

function timeOf(text: string | null): number {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return isObject(kept) && typeof kept.at === 'number' ? kept.at : 0
  } catch {
    return 0
  }
}

/** Another version of this page may have kept it, or somebody may have changed it. */
function isKept(kept: unknown): kept is KeptSession {
  return (
    isObject(kept) &&
    typeof kept.digest === 'number' &&
    Array.isArray(kept.acts) &&
    kept.acts.length <= 1000 &&
    kept.acts.every(isAct)
  )
}

const KEYS: ReadonlySet<unknown> = new Set(['^C', '^D', '^P^Q', '^Z', '^\\'])

function isAct(act: unknown): act is Act {
  if (!isObject(act)) return false
  switch (act.kind) {
    case 'line':
    case 'save':
      return typeof act.text === 'string'
    case 'key':
      return KEYS.has(act.key) && typeof act.typed === 'string'
    case 'wait':
      return typeof act.ms === 'number' && act.ms >= 0
    case 'leave':
      return true
    default:
      return false
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
