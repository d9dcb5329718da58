import { cleanPath } from '../specs/bind-spec'
import { type Parsed, parsed } from '../specs/parsed'
import { parseVolumeOption } from '../specs/volume-option'
import { flagTexts, type ParsedCommand } from './command-line'

/** `HostConfig.Binds`: the `-v` values that have a source; since 23 a relative host path is made absolute. */
export function readBinds(command: ParsedCommand, directory: string): Parsed<readonly string[]> {
  const binds = new Set<string>()
  for (const spec of flagTexts(command, 'volume')) {
    const volume = parseVolumeOption(spec)
    const isLeftToEngine = !volume.ok && command.client === '20.10' && /^[^:]+:/.test(spec)
    if (isLeftToEngine) binds.add(spec)
    if (isLeftToEngine) continue
    if (!volume.ok) return volume
    if (volume.value.source === null) continue
    const isRelative = command.client !== '20.10' && volume.value.kind === 'bind' && spec.startsWith('.')
    const host = spec.split(':', 1)[0] ?? ''
    binds.add(isRelative ? cleanPath(`${directory}/${host}`) + spec.slice(host.length) : spec)
  }
  return parsed([...binds])
}
