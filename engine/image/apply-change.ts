import type { ContainerConfig } from '../container/config'
import { orderConfig } from '../container/order-config'

export type Changed =
  | { readonly ok: true; readonly config: ContainerConfig }
  | { readonly ok: false; readonly error: string }

/** Instructions `--change` takes. */
const ALLOWED = [
  'cmd',
  'entrypoint',
  'env',
  'expose',
  'healthcheck',
  'label',
  'onbuild',
  'stopsignal',
  'user',
  'volume',
  'workdir',
]

/** A configuration after Dockerfile instructions given to `commit` and `import` as `--change`. */
export function applyChanges(config: ContainerConfig, changes: readonly string[]): Changed {
  let current = config
  for (const change of changes) {
    const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(change) ?? []
    const name = word.toLowerCase()
    if (!ALLOWED.includes(name)) return { ok: false, error: `${name} is not a valid change command` }
    current = applyOne(current, name, rest.trim())
  }
  return { ok: true, config: orderConfig(current) }
}

function applyOne(config: ContainerConfig, name: string, text: string): ContainerConfig {
  switch (name) {
    case 'cmd':
      return { ...config, Cmd: commandOf(text) }
    case 'entrypoint':
      return { ...config, Entrypoint: commandOf(text) }
    case 'env':
      return { ...config, Env: withVariables(config.Env ?? [], pairsOf(text)) }
    case 'expose':
      return { ...config, ExposedPorts: { ...config.ExposedPorts, ...asSet(text.split(/\s+/).map(withProtocol)) } }
    case 'label':
      return { ...config, Labels: { ...config.Labels, ...Object.fromEntries(pairsOf(text)) } }
    case 'onbuild':
      return { ...config, OnBuild: [...(config.OnBuild ?? []), text] }
    case 'stopsignal':
      return { ...config, StopSignal: text }
    case 'user':
      return { ...config, User: text }
    case 'volume':
      return { ...config, Volumes: { ...config.Volumes, ...asSet(jsonWords(text) ?? text.split(/\s+/)) } }
    case 'workdir':
      return { ...config, WorkingDir: text.startsWith('/') ? text : `${config.WorkingDir}/${text}` }
    default:
      return config
  }
}

/** Exec form as it is; anything else is a line for the shell. */
function commandOf(text: string): readonly string[] {
  return jsonWords(text) ?? ['/bin/sh', '-c', text]
}

function jsonWords(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : null
  } catch {
    return null
  }
}

/** `A=1 B="two words"`, or the old form `A one two`. */
function pairsOf(text: string): readonly (readonly [string, string])[] {
  const [first = ''] = text.split(/\s/, 1)
  if (!first.includes('=')) return [[first, text.slice(first.length).trim()]]
  const words = text.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? []
  return words.map((word) => {
    const equals = word.indexOf('=')
    return [word.slice(0, equals), word.slice(equals + 1).replaceAll(/["']|\\(?=.)/g, '')]
  })
}

function withVariables(
  environment: readonly string[],
  pairs: readonly (readonly [string, string])[],
): readonly string[] {
  let result = environment
  for (const [name, value] of pairs) {
    const index = result.findIndex((entry) => entry.startsWith(`${name}=`))
    result = index === -1 ? [...result, `${name}=${value}`] : result.with(index, `${name}=${value}`)
  }
  return result
}

function withProtocol(port: string): string {
  return port.includes('/') ? port : `${port}/tcp`
}

function asSet(keys: readonly string[]) {
  return Object.fromEntries(keys.map((key) => [key, {}]))
}
