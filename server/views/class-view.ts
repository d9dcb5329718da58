import type { Role } from './viewer'

/** One of the viewer's classes. An admin who is not a member sees it with the role `instructor`. */
export interface ClassView {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** IANA name of the zone in which the class's dates are shown, for instance `Europe/Paris`. */
  readonly timeZone: string
  readonly students: number
}
