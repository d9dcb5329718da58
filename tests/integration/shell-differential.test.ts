import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTerminal } from '@/shell/open-terminal'
import { execute } from '@/shell/terminal'
import { scripts } from '../support/shell-scripts'

/** The same scripts in the real shells and in the simulated one: what is printed and the status must be equal. */
const emptyHub = { repositories: {}, search: {}, accounts: {} }

function isThere(shell: readonly string[]): boolean {
  const [program = '', ...args] = shell
  return spawnSync(program, [...args, '-c', 'true']).status === 0
}

interface Ran {
  readonly output: string
  readonly status: number | null
}

/** Both run the script as a file of the same name in an empty folder, errors among the output. */
const fileName = '.script'

function inRealShell(shell: readonly string[], script: string): Ran {
  const folder = mkdtempSync(path.join(tmpdir(), 'quai-shell-'))
  writeFileSync(path.join(folder, fileName), `exec 2>&1\n${script}\n`)
  const [program = '', ...args] = shell
  const environment = { NODE_ENV: 'test' as const, PATH: '/usr/bin:/bin', HOME: folder, LC_ALL: 'C' }
  const run = spawnSync(program, [...args, fileName], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
    timeout: 10_000,
  })
  rmSync(folder, { recursive: true, force: true })
  return { output: run.stdout, status: run.status }
}

function inSimulatedShell(name: string, script: string): Ran {
  const files = { [`work/${fileName}`]: `exec 2>&1\n${script}\n` }
  const opened = execute(openTerminal({ hub: emptyHub, files }), 'cd work; export HOME=$PWD')
  const step = execute(opened.terminal, `${name} ${fileName}`)
  return { output: step.output, status: step.exitCode }
}

const real: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'bash', command: ['bash'] },
  { name: 'dash', command: ['dash'] },
]

for (const { name, command } of real) {
  const isMissing = !isThere(command)
  if (isMissing) console.warn(`NOT RUN: no ${name} on this machine, so the simulated ${name} was not compared with it.`)
  describe.runIf(!isMissing)(`[SH1] the simulated ${name} prints and exits as ${name} does`, () => {
    it.each(scripts.filter((script) => script.shells.includes(name)).map((script) => [script.text]))('%s', (script) => {
      expect(inSimulatedShell(name, script)).toEqual(inRealShell(command, script))
    })
  })
}
