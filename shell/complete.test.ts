import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { completeLine } from './complete'
import { openTerminal } from './open-terminal'
import { execute, type Terminal } from './terminal'

const hub = loadHub(nodeFiles('content'))

const furnished = [
  'docker pull -q nginx',
  'docker run -d --name web nginx',
  'docker run -d --name worker nginx',
  'docker volume create data',
  'docker network create site',
  'mkdir -p app/src; touch app/Dockerfile app/.env notes.txt',
].reduce((terminal: Terminal, line) => execute(terminal, line).terminal, openTerminal({ hub }))

const optionsFor = (line: string) => completeLine(furnished, line).options

describe('completing a line', () => {
  it.each([
    ['docker st', ['stack', 'start', 'stats', 'stop']],
    ['docker volume ', ['create', 'inspect', 'ls', 'prune', 'rm']],
    ['docker stop w', ['web', 'worker']],
    ['docker container stop w', ['web', 'worker']],
    ['docker run --rm ng', ['nginx:latest']],
    ['docker volume rm ', ['app/', 'data', 'notes.txt']],
    ['docker network connect s', ['site']],
    ['docker run --publ', ['--publish', '--publish-all']],
    ['cd a', ['app/']],
    ['cat app/', ['app/Dockerfile', 'app/src/']],
    ['cat app/.', ['app/.env']],
    ['ls ~/no', ['~/notes.txt']],
    ['docker ps -a | tai', ['tail']],
    ['echo hello > no', ['notes.txt']],
  ])('[CP1] offers after “%s” what could stand there', (line, options) => {
    expect(optionsFor(line)).toEqual(options)
  })

  it('[CP1] says where the word begins', () => {
    expect(completeLine(furnished, 'docker ps -a | docker stop wo')).toEqual({ start: 27, options: ['worker'] })
  })

  it.each(['docker nonsense x', 'echo "a', "echo 'doc", 'nothing-begins-so'])(
    '[CP2] offers nothing after “%s”',
    (line) => {
      expect(optionsFor(line)).toEqual([])
    },
  )

  it('[CP2] offers nothing at another prompt than the host’s, nor while a command runs', () => {
    const inside = execute(furnished, 'docker exec -it web sh').terminal
    const asking = execute(furnished, 'read answer').terminal
    expect([inside, asking].map((terminal) => completeLine(terminal, 'docker s').options)).toEqual([[], []])
  })

  it('[CP1] changes nothing', () => {
    const before = JSON.stringify(furnished.state)
    completeLine(furnished, 'cat app/')
    expect(JSON.stringify(furnished.state)).toBe(before)
  })
})
