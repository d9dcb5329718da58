import type { Json } from '../json'

export interface Network {
  readonly id: string
  readonly name: string
  readonly driver: string
  readonly scope: 'local'
  readonly createdAt: number
  /** `172.17.0.0/16`, or null for host and none. */
  readonly subnet: string | null
  /** Whether the subnet was chosen by the user: only then may containers ask for addresses. */
  readonly subnetGiven: boolean
  readonly gateway: string | null
  readonly ipRange: string | null
  readonly internal: boolean
  readonly attachable: boolean
  readonly ipv6: boolean
  readonly labels: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
  readonly ipamOptions: Json
}
