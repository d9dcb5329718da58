import { listItems, listLength } from '../append-list'
import { flagText, flagTexts } from '../cli/command-line'
import type { EngineEvent } from '../events/event'
import { executeTemplate } from '../format/template/execute-template'
import { ANY } from '../format/template/go-value'
import { parseTemplate } from '../format/template/parse-template'
import { formatRfc3339Nano } from '../format/timestamp'
import { collectFilters, type Filters } from '../specs/filter'
import { type Call, type Ending, print, printError } from './call'
import { readMoment } from './moment'

/** `docker events`: what is remembered since a moment; without --until it goes on. */
export function events(call: Call): Ending {
  const { command, transaction } = call
  const { state } = transaction
  const now = state.clock
  const since = flagText(command, 'since')
  const until = flagText(command, 'until')
  const from = since === null || since === '' ? now : readMoment(since, now)
  const to = until === null || until === '' ? null : readMoment(until, now)
  if (from === null) return refuse(call, 'since', since ?? '')
  const filters = collectFilters(flagTexts(command, 'filter'))
  for (const event of listItems(state.events)) {
    if (event.at < from || (to !== null && event.at > to) || !passes(event, filters)) continue
    const line = lineOf(call, event, flagText(command, 'format') ?? '')
    if (!line.ok) {
      printError(call, `${line.error}\n`)
      return 1
    }
    print(call, `${line.text}\n`)
  }
  if (to !== null && to <= now) return 0
  const argv = ['events', ...repeatedFlags(call), '--since', String((now + 1) / 1000)]
  return { kind: 'events', position: listLength(state.events), argv }
}

function refuse(call: Call, flag: string, text: string): number {
  printError(call, `invalid value for "${flag}": failed to parse value as time or duration: "${text}"\n`)
  return 1
}

function repeatedFlags({ command }: Call): readonly string[] {
  return ['filter', 'format', 'until'].flatMap((flag) =>
    flagTexts(command, flag).flatMap((value) => [`--${flag}`, value]),
  )
}

type Line = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string }

function lineOf(call: Call, event: EngineEvent, format: string): Line {
  if (format === '')
    return {
      ok: true,
      text: `${formatRfc3339Nano(event.at)} ${event.type} ${event.action} ${event.id} (${attributesText(event)})`,
    }
  const parsed = parseTemplate(format === 'json' && call.command.client !== '20.10' ? '{{json .}}' : format)
  if (!parsed.ok) return { ok: false, error: `Error parsing format: ${parsed.error}` }
  const result = executeTemplate(
    parsed.template,
    { type: ANY, value: documentOf(event) },
    { client: call.command.client },
  )
  return result.ok ? { ok: true, text: result.output } : { ok: false, error: result.error }
}

function attributesText({ attributes }: EngineEvent): string {
  return Object.keys(attributes)
    .toSorted()
    .map((key) => `${key}=${attributes[key] ?? ''}`)
    .join(', ')
}

function documentOf({ type, action, id, attributes, at }: EngineEvent) {
  return {
    status: action,
    id,
    from: attributes.image ?? '',
    Type: type,
    Action: action,
    Actor: { ID: id, Attributes: attributes },
    scope: 'local',
    time: Math.floor(at / 1000),
    timeNano: at * 1e6,
  }
}

function passes(event: EngineEvent, filters: Filters): boolean {
  return Object.entries(filters).every(([key, values]) => values.some((value) => matches(event, key, value)))
}

function matches(event: EngineEvent, key: string, value: string): boolean {
  if (key === 'event') return event.action === value || event.action.startsWith(`${value}:`)
  if (key === 'type') return event.type === value
  if (key === 'image') return event.attributes.image === value
  if (key === 'label')
    return Object.entries(event.attributes).some(([name, text]) => name === value || `${name}=${text}` === value)
  if (key === 'container' || key === 'volume' || key === 'network') {
    return event.type === key && (event.id.startsWith(value) || event.attributes.name === value)
  }
  return true
}
