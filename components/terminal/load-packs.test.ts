import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { openTerminal } from '@/shell/open-terminal'
import { ALL_PACKS } from '@/shell/packs/all-models'
import { CORE_PACK } from '@/shell/packs/core'
import { attempt, openLightTerminal } from '@/shell/packs/light-terminal'
import { PACK_CONTENTS } from '@/shell/packs/pack-contents'
import { execute, pressKey, type Step, type Terminal } from '@/shell/terminal'
import { stepLight } from './load-packs'

const hub = loadHub(nodeFiles('content'))

const coreLines = [
  'docker pull alpine',
  'docker run -d --name box alpine sleep 100',
  'docker ps',
  'docker ps -a --format "{{.Names}}: {{.Status}}"',
  'docker images',
  'docker exec box ls -l /etc',
  'docker exec box cat /etc/hostname | wc -l',
  'docker logs box',
  'docker inspect box',
  'docker stop box && docker rm box',
]

const otherLines = [
  'docker run -d --name web -p 8080:80 nginx',
  'curl -s localhost:8080 | head -3',
  'docker exec web sh -c "apt-get update > /dev/null; echo $?"',
  'docker ps -a | grep web | sort; whoami; uname',
  "docker ps | awk '{ print $NF }'",
  'printf "FROM alpine\\nRUN echo built > /it\\n" > Dockerfile; docker build -q . | wc -c',
  'docker cp web:/etc/hostname here; find . -name here',
  'docker network create site; docker version --format "{{.Client.Version}}"',
  'docker login -u me -p secret-word',
  'docker run --rm alpine ping -c 1 localhost',
]

/** What the lines show: with everything there, and loading packs as they turn out to be needed. */
async function showBoth(
  lines: readonly string[],
): Promise<{ readonly whole: readonly Step[]; readonly light: readonly Step[] }> {
  let whole = openTerminal({ hub })
  let light = openLightTerminal({ hub })
  const steps: { readonly whole: Step[]; readonly light: Step[] } = { whole: [], light: [] }
  for (const line of lines) {
    const step = execute(whole, line)
    const lightStep = await stepLight(light, (terminal) => execute(terminal, line))
    whole = step.terminal
    light = lightStep.terminal
    steps.whole.push(step)
    steps.light.push(lightStep)
  }
  return steps
}

const shown = ({ output, exitCode, prompt }: Step) => ({ output, exitCode, prompt })

describe('a light terminal', () => {
  it('[TE6] carries the common commands out without loading anything', () => {
    let terminal: Terminal = openLightTerminal({ hub })
    for (const line of coreLines) {
      const current = terminal
      const tried = attempt(() => execute(current, line))
      expect([line, tried.kind]).toEqual([line, 'done'])
      if (tried.kind === 'done') terminal = tried.step.terminal
    }
  })

  it('[TE6] says which pack a line needs, and nothing has happened', () => {
    const terminal = openLightTerminal({ hub })
    expect(attempt(() => execute(terminal, 'echo begun > file; docker build .'))).toEqual({
      kind: 'needs',
      pack: 'build',
    })
    expect(execute(terminal, 'cat file').output).toBe('cat: file: No such file or directory\n')
  })

  it('[TE6] shows what a terminal with everything shows', async () => {
    const { whole, light } = await showBoth([...coreLines, ...otherLines])
    expect(light.map(shown)).toEqual(whole.map(shown))
    expect(light.at(-1)?.terminal.state).toEqual(whole.at(-1)?.terminal.state)
  })

  it('[TE6] meets keys as it meets lines', async () => {
    const begun = await stepLight(openLightTerminal({ hub }), (terminal) => execute(terminal, 'awk 1'))
    const ended = await stepLight(begun.terminal, (terminal) => pressKey(terminal, '^C'))
    expect([begun.exitCode, ended.exitCode]).toEqual([null, 130])
  })
})

describe('the table of packs', () => {
  it('[TE6] lists what is in each, and nothing is in two', () => {
    const contents = Object.fromEntries(
      Object.entries(ALL_PACKS).map(([name, pack]) => [
        name,
        {
          programs: pack.programs.map((program) => program.name).toSorted(),
          commands: Object.keys(pack.commands).toSorted(),
        },
      ]),
    )
    expect(PACK_CONTENTS).toEqual(contents)
    const packs = [CORE_PACK, ...Object.values(ALL_PACKS)]
    const programs = packs.flatMap((pack) => pack.programs.map((program) => program.name))
    const commands = packs.flatMap((pack) => Object.keys(pack.commands))
    expect([programs.length, commands.length]).toEqual([new Set(programs).size, new Set(commands).size])
  })
})
