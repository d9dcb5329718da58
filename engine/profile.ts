import type { ClientVersion } from './cli/client-version'

/** Engines whose behaviour is known: `20.10` was recorded, `28` and `29` differ where a row of the rules says so. */
export type EngineVersion = '20.10' | '28' | '29'

export type Builder = 'classic' | 'buildkit'

/** Which Docker is simulated: the client's wording, the engine's behaviour, the builder's output. */
export interface Profile {
  readonly client: ClientVersion
  readonly engine: EngineVersion
  readonly builder: Builder
}

/** Both programs of Debian 12, as recorded. */
export const PROFILE_20: Profile = { client: '20.10', engine: '20.10', builder: 'classic' }

/** The 28.2.2 client talking to the 20.10 engine without buildx, as recorded. */
export const PROFILE_28: Profile = { client: '28', engine: '20.10', builder: 'classic' }

/** What a student installs today; the practice terminal's default. */
export const PROFILE_TODAY: Profile = { client: '28', engine: '28', builder: 'buildkit' }
