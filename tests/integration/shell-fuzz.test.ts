import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTerminal } from '@/shell/open-terminal'
import { execute, type Terminal } from '@/shell/terminal'
import { utf8Text } from '@/shell/text/utf8'
import { choicesOf } from '../support/random'
import { type Dialect, scriptFiles, shellScript } from '../support/shell-lines'

/** Seeded random scripts, run by the real shells and the simulated ones: at least 99 of 100 print and exit alike. */
const count = Number(process.env.QUAI_FUZZ_SCRIPTS ?? 150)
const firstSeed = Number(process.env.QUAI_FUZZ_SEED ?? 1)
const shareMin = 0.99
/** One line file for each difference, where it is asked for. */
const report = process.env.QUAI_FUZZ_REPORT ?? ''

interface Ran {
  readonly output: string
  readonly status: number | null
}

const scriptPath = '../scripts/s'

function writeWork(folder: string): void {
  for (const [name, text] of Object.entries(scriptFiles)) {
    mkdirSync(path.dirname(path.join(folder, 'place', name)), { recursive: true })
    writeFileSync(path.join(folder, 'place', name), text)
  }
}

function inRealShell(shell: string, script: string): Ran {
  const folder = mkdtempSync(path.join(tmpdir(), 'quai-fuzz-'))
  writeWork(folder)
  mkdirSync(path.join(folder, 'scripts'))
  writeFileSync(path.join(folder, 'scripts/s'), `exec 2>&1\n${script}\n`)
  const run = spawnSync(shell, [scriptPath], {
    cwd: path.join(folder, 'place'),
    env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin', HOME: '/root', LC_ALL: 'C' },
    timeout: 10_000,
  })
  rmSync(folder, { recursive: true, force: true })
  // A byte that is no UTF-8 is kept as the simulated shell keeps it.
  return { output: utf8Text([...run.stdout]), status: run.status ?? 128 + constants.signals[run.signal ?? 'SIGKILL'] }
}

/** As root in `/fuzz/place`, the folder every script begins in; the state is shared, because a run leaves it as it is. */
function placeTerminal(): Terminal {
  const files = Object.fromEntries(Object.entries(scriptFiles).map(([name, text]) => [`/fuzz/place/${name}`, text]))
  const opened = openTerminal({ hub: { repositories: {}, search: {}, accounts: {} }, files, user: 'root' })
  return execute(opened, 'mkdir /fuzz/scripts; cd /fuzz/place').terminal
}

function inSimulatedShell(terminal: Terminal, shell: string, script: string): Ran {
  const written = execute(terminal, `cat > ${scriptPath} <<'END_OF_SCRIPT'\nexec 2>&1\n${script}\nEND_OF_SCRIPT`)
  const call = `env -i PATH=/usr/bin:/bin HOME=/root LC_ALL=C ${shell} ${scriptPath} < /dev/null > ../out 2>&1`
  const step = execute(written.terminal, call)
  return { output: execute(step.terminal, 'cat /fuzz/out').output, status: step.exitCode }
}

/** The temporary folder's name is no difference. */
function comparable(ran: Ran): Ran {
  return { ...ran, output: ran.output.replace(/\/tmp\/quai-fuzz-\w+/g, '/fuzz') }
}

for (const shell of ['bash', 'dash'] satisfies readonly Dialect[]) {
  const isMissing = spawnSync(shell, ['-c', 'true']).status !== 0
  if (isMissing) console.warn(`NOT RUN: no ${shell} on this machine: random scripts were not compared with it.`)
  describe.runIf(!isMissing)(`[SH1] random scripts in ${shell}`, () => {
    it(`${count} of them from seed ${firstSeed} print and exit as in the real one, but for one of a hundred`, () => {
      const terminal = placeTerminal()
      const different: string[] = []
      for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
        const script = shellScript(choicesOf(seed), shell)
        const real = comparable(inRealShell(shell, script))
        const ours = inSimulatedShell(terminal, shell, script)
        if (real.output !== ours.output || real.status !== ours.status)
          different.push(JSON.stringify({ seed, script, real, ours }))
      }
      if (report !== '') writeFileSync(`${report}.${shell}`, different.map((each) => `${each}\n`).join(''))
      expect(
        different.slice(0, Math.floor(count * (1 - shareMin)) + 1).length,
        different.join('\n'),
      ).toBeLessThanOrEqual(Math.floor(count * (1 - shareMin)))
    }, 3_600_000)
  })
}
