const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/

/** The engine's refusal of a volume's name (moby `volume/local`), or null. */
export function volumeNameError(name: string): string | null {
  if (NAME.test(name)) return null
  if (name.length < 2)
    return `create ${name}: volume name is too short, names should be at least two alphanumeric characters`
  return `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`
}
