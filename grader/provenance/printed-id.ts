import { sha256 } from '@/shell/text/digest'
import { utf8Bytes } from '@/shell/text/utf8'

/** What stands for an id in a list of ids that were printed somewhere: its first 12 digits cannot be read off it. */
export function printedIdHash(id: string): string {
  return sha256(utf8Bytes(id.slice(0, 12)))
}
