import type { BuildRequest } from '../build/request'
import { flagIsGiven, flagIsOn, flagText, flagTexts } from '../cli/command-line'
import { withDefaultTag } from '../reference/print-reference'
import { dockerReferenceRules, parseReference } from '../reference/reference'
import { resolveEnvironment } from '../specs/environment'
import type { Call } from './call'
import { hostFiles, hostPath } from './host-files'

/** `--iidfile` */
export function writeImageId(call: Call, id: string): void {
  const path = flagText(call.command, 'iidfile')
  if (path !== null && path !== '') hostFiles(call).write(hostPath(call, path), { kind: 'text', text: id })
}

/** What the flags ask for, apart from the Dockerfile and the context. */
export function settingsOf(call: Call): Omit<BuildRequest, 'file' | 'context'> {
  const { command, invocation } = call
  const { environment } = invocation
  const lookUp = (name: string) => (Object.hasOwn(environment, name) ? (environment[name] ?? null) : null)
  const given = flagTexts(command, 'build-arg').map((value) => resolveEnvironment(value, lookUp))
  return {
    tags: flagTexts(command, 'tag').flatMap((text) => {
      const reference = parseReference(text, dockerReferenceRules(command.client))
      return reference.ok ? [withDefaultTag(reference.reference)] : []
    }),
    buildArgs: pairs(given.filter((value) => value.includes('='))),
    secrets: Object.fromEntries(secretSources(call).map(({ id, text }) => [id, text ?? ''])),
    labels: pairs(flagTexts(command, 'label')),
    target: flagText(command, 'target') ?? '',
    useCache: !flagIsOn(command, 'no-cache'),
    pull: flagIsOn(command, 'pull'),
    removes: !flagIsGiven(command, 'rm') || flagIsOn(command, 'rm'),
    removesFailed: flagIsOn(command, 'force-rm'),
    network: flagText(command, 'network') ?? '',
    profile: call.transaction.state.profile,
  }
}

interface SecretSource {
  readonly id: string
  /** The file it comes from; null for a variable of the environment. */
  readonly path: string | null
  /** Null when there is no such file. */
  readonly text: string | null
}

/** What `--secret id=ID,src=FILE`, `--secret id=ID,env=NAME` and `--secret id=ID` name. */
export function secretSources(call: Call): readonly SecretSource[] {
  const { environment } = call.invocation
  return flagTexts(call.command, 'secret').map((value) => {
    const options = pairs(value.split(','))
    const id = options.id ?? ''
    const given = options.src ?? options.source ?? null
    const variable = options.env ?? (given === null && Object.hasOwn(environment, id) ? id : null)
    if (variable !== null) return { id, path: null, text: environment[variable] ?? '' }
    const path = given ?? id
    const content = hostFiles(call).read(hostPath(call, path))
    return { id, path, text: content.ok && content.value.kind === 'text' ? content.value.text : null }
  })
}

function pairs(entries: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.map((entry) => {
      const [name = ''] = entry.split('=', 1)
      return [name, entry.slice(name.length + 1)]
    }),
  )
}
