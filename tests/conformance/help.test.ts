import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { formatHelp } from '@/engine/cli/help/format-help'
import { parseCommandLine } from '@/engine/cli/parse-command-line'

const recording = z.object({
  client_version: z.string(),
  terminal_columns: z.number(),
  commands: z.array(z.object({ command: z.string(), exit_status: z.number().nullable(), output: z.string() })),
})

const FOLDER = path.join(import.meta.dirname, 'recordings')
const FILES = readdirSync(FOLDER).filter((file) => /^02[0-7].*\.json$/.test(file))

it('has the recordings of help and of usage errors', () => {
  expect(FILES.length).toBe(8)
})

it.each(FILES)('[CLI11] prints every help and usage error of %s', (file) => {
  const { client_version, terminal_columns, commands } = recording.parse(
    JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')),
  )
  const client = client_version.startsWith('20.10') ? '20.10' : '28'
  const printed = commands
    .filter(({ command }) => /^docker(?: |$)/.test(command))
    .map(({ command, output, exit_status }) => {
      const line = parseCommandLine(command.split(' ').slice(1), { client, builder: 'classic' })
      if (line.kind === 'command' || line.kind === 'version') return null
      if (line.kind === 'failure') return [command, output, exit_status, line.stderr.trimEnd(), line.exitCode] as const
      const help = formatHelp(line.path, {
        client,
        engine: '20.10',
        columns: terminal_columns,
        home: '/home/student',
        form: line.form,
      })
      return [command, output, exit_status, `${line.before}${help}${line.after}`.trimEnd(), line.exitCode] as const
    })
    .filter((row) => row !== null)
  const expected = printed.map(([command, output, exit]) => ({
    command,
    output: output.replaceAll('\r', '').trimEnd(),
    exit,
  }))
  const actual = printed.map(([command, , , output, exit]) => ({ command, output, exit }))
  expect(actual.length).toBeGreaterThan(3)
  expect(actual).toEqual(expected)
})
