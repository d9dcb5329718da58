import type { DirectoryNode } from '../files/tree'

export interface Volume {
  readonly name: string
  readonly driver: string
  readonly createdAt: number
  readonly labels: Readonly<Record<string, string>> | null
  readonly options: Readonly<Record<string, string>> | null
  readonly anonymous: boolean
  readonly root: DirectoryNode
}
