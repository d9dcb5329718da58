import type { TextByClient } from './flag-texts'

/** Descriptions that are longer in a command's own `--help` than in lists and errors. */
export const LONG_DESCRIPTIONS: Readonly<Record<string, TextByClient>> = {
  cp: "Copy files/folders between a container and the local filesystem\n\nUse '-' as the source to read a tar archive from stdin\nand extract it to a directory destination in a container.\nUse '-' as the destination to stream a tar archive of a\ncontainer source to stdout.",
  login: [
    'Log in to a Docker registry.\nIf no server is specified, the default is defined by the daemon.',
    'Authenticate to a registry.\nDefaults to Docker Hub if no server is specified.',
  ],
  'volume rm': 'Remove one or more volumes. You cannot remove a volume that is in use by a container.',
}
