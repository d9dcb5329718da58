import { splitPath, textFile, withNode } from '@/engine/files/tree'
import { hostRoot } from '@/engine/host/root'
import type { Profile } from '@/engine/profile'
import { EngineWorld } from './engine-world'

const AT = Date.UTC(2026, 10, 23, 15, 0, 0)

/** A machine whose user has these files in their home, by relative path. */
export function buildWorld(
  files: Readonly<Record<string, string>>,
  profile?: Profile,
  images: readonly string[] = ['alpine'],
): EngineWorld {
  const world = new EngineWorld({ root: hostRoot('student', AT), ...(profile ? { profile } : {}) }, images)
  for (const [path, text] of Object.entries(files)) putFile(world, path, text)
  return world
}

/** Writes a file of the user; `at` is its date. */
export function putFile(world: EngineWorld, path: string, text: string, at = AT): void {
  const { host } = world.state
  const root = withNode(host.root, splitPath(`/home/student/${path}`), textFile(text, at, 0o644, 'student'))
  world.state = { ...world.state, host: { ...host, root } }
}
