import { PROFILE_20, PROFILE_28, PROFILE_TODAY, type Profile } from '@/engine/profile'
import { WrongUsage } from './outcome'

/** `--profile 20.10|28`: today's Docker where nothing is said. */
export function profileNamed(name: string | undefined): Profile {
  switch (name) {
    case undefined:
      return PROFILE_TODAY
    case '20.10':
      return PROFILE_20
    case '28':
      return PROFILE_28
    default:
      throw new WrongUsage(`--profile must be 20.10 or 28, not ${name}`)
  }
}
