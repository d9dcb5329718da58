import { malformed, type Parsed, parsed } from './parsed'

/** What the client reads in a `-v` value before it sends it: only whether there is a source, and of which kind. */
export interface VolumeOption {
  /** null for an anonymous volume */
  readonly source: string | null
  readonly target: string
  readonly kind: 'bind' | 'volume'
}

/** Splits a `-v` value as the client does (docker/cli `loader.ParseVolume`): `c:` before a path counts as a drive. */
export function parseVolumeOption(spec: string): Parsed<VolumeOption> {
  if (spec === '') return malformed('invalid empty volume spec')
  if ([...spec].length <= 2) return parsed({ source: null, target: spec, kind: 'volume' })
  const sections = splitSections(spec)
  const [first = '', second, ...others] = sections
  if (sections.slice(0, 4).includes('')) return malformed(`invalid spec: ${spec}: empty section between colons`)
  if (others.length > 1) return malformed(`invalid spec: ${spec}: too many colons`)
  if (second === undefined) return parsed({ source: null, target: first, kind: 'volume' })
  return parsed({ source: first, target: second, kind: isFilePath(first) ? 'bind' : 'volume' })
}

/** Colons part the sections, but not the one after a single letter: that is a Windows drive to the client. */
function splitSections(spec: string): readonly string[] {
  const sections: string[] = []
  let section = ''
  for (const character of spec) {
    if (character !== ':' || /^\p{L}$/u.test(section)) section += character
    else {
      sections.push(section)
      section = ''
    }
  }
  return [...sections, section]
}

function isFilePath(source: string): boolean {
  return /^[./~]/.test(source) || source.startsWith('\\\\') || /^\p{L}:/u.test(source)
}
