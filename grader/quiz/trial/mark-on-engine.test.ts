import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import type { CommandQuestion, DockerfileQuestion } from '../question'
import { markOnEngine } from './mark-on-engine'

const hub = loadHub(nodeFiles('content'))
const text = (en: string) => ({ fr: `${en} (fr)`, en })
const base = { id: 'q', chapter: '13-ports', objective: 'o', difficulty: 2, prompt: text('?') } as const
const feedback = { right: text('right'), wrong: text('wrong') }

const publish: CommandQuestion = {
  ...base,
  type: 'command',
  start: { images: ['nginx'], commands: [], files: {} },
  references: ['docker run -d -p 8080:80 nginx'],
  compare: 'effect',
  feedback,
  mistakes: [
    { command: 'docker run -d -p 80:8080 nginx', feedback: text('reversed'), misconception: 'publish-order-reversed' },
    { command: 'docker run -p 8080:80 nginx', feedback: text('it holds the terminal') },
  ],
}

const dockerfile: DockerfileQuestion = {
  ...base,
  type: 'dockerfile',
  files: { 'hello.sh': '#!/bin/sh\necho Hello $1\n' },
  given: 'FROM alpine\nCMD ["/hello.sh"]\n',
  reference: 'FROM alpine\nCOPY hello.sh /hello.sh\nENTRYPOINT ["/hello.sh"]\n',
  checks: [
    { id: 'greets', line: 'docker run --rm answer', feedback: text('must greet the world') },
    {
      id: 'takes-name',
      line: 'docker run --rm answer Ada',
      feedback: text('arguments'),
      misconception: 'arguments-add-to-cmd',
    },
  ],
  feedback,
}

const command = (question: CommandQuestion, line: string) =>
  markOnEngine(question, { type: 'command', text: line }, hub)

describe('a command', () => {
  it.each([
    'docker run -d -p 8080:80 nginx',
    'docker container run --publish 8080:80/tcp --detach nginx:latest',
    'docker run -dp 0.0.0.0:8080:80 --name web nginx',
    'docker create -p 8080:80 --name web nginx && docker start web',
    'docker run -d -p 8080:80 docker.io/library/nginx',
  ])('[Q6] is right by its effect, whatever its form: %s', (line) => {
    const { shown, ...mark } = command(publish, line)
    expect({ line, ...mark }).toEqual({
      line,
      points: 1,
      correct: true,
      feedbackIds: ['answer:right'],
      misconceptions: [],
    })
  })

  it.each([
    ['docker run -d -p 80:8080 nginx', 'foreseen:0', ['publish-order-reversed']],
    ['docker run --detach --publish=80:8080 nginx', 'foreseen:0', ['publish-order-reversed']],
    ['docker run -p 8080:80 nginx', 'foreseen:1', []],
    ['docker run -d nginx', 'answer:wrong', []],
    ['docker run -d -p 8080:80 -e A=1 nginx', 'answer:wrong', []],
    ['docker run -d -p 8080:80 nginx && docker pull alpine', 'answer:wrong', []],
    ['docker run -d -p 8080 80 nginx', 'answer:refused', []],
    ['docker rnu -d -p 8080:80 nginx', 'answer:refused', []],
    ['ls', 'answer:wrong', []],
  ])('is wrong in its own way: %s', (line, id, misconceptions) => {
    const { shown, ...mark } = command(publish, line)
    expect({ line, ...mark }).toEqual({ line, points: 0, correct: false, feedbackIds: [id], misconceptions })
  })

  it('shows what Docker answered', () => {
    expect(command(publish, 'docker rn nginx').shown).toBe(
      "docker: unknown command: docker rn\n\nRun 'docker --help' for more information\n",
    )
  })

  const ids: CommandQuestion = {
    ...base,
    type: 'command',
    start: {
      images: ['nginx', 'alpine'],
      commands: ['docker run -d --name web nginx', 'docker run --name done alpine true', 'docker run alpine false'],
      files: {},
    },
    references: ['docker ps -aq -f status=exited'],
    compare: 'output',
    feedback,
    mistakes: [{ command: 'docker ps -q', feedback: text('only running') }],
  }

  it.each([
    ['docker ps -aq -f status=exited', 'answer:right'],
    ['docker container ls --all --quiet --filter status=exited', 'answer:right'],
    ['docker ps --filter "status=exited" --format "{{.ID}}"', 'answer:right'],
    ["docker ps -a | grep Exited | awk '{print $1}'", 'answer:right'],
    ['docker ps -q', 'foreseen:0'],
    ['docker ps -aq', 'answer:wrong'],
    ['docker rm $(docker ps -aq -f status=exited)', 'answer:wrong'],
  ])('asked for what it prints, is right by that: %s', (line, id) => {
    expect({ line, ids: command(ids, line).feedbackIds }).toEqual({ line, ids: [id] })
  })

  it('counts files copied out, images built and volumes made', () => {
    const copy: CommandQuestion = {
      ...publish,
      start: { images: ['nginx'], commands: ['docker run -d --name web nginx'], files: {} },
      references: ['docker cp web:/etc/nginx/nginx.conf .'],
      mistakes: [],
    }
    expect(command(copy, 'docker cp web:/etc/nginx/nginx.conf nginx.conf').correct).toBe(true)
    expect(command(copy, 'docker exec web cat /etc/nginx/nginx.conf > nginx.conf').correct).toBe(true)
    expect(command(copy, 'docker cp nginx.conf web:/etc/nginx/').feedbackIds).toEqual(['answer:refused'])
    const volume: CommandQuestion = { ...publish, references: ['docker run -d -v data:/data nginx'], mistakes: [] }
    expect(command(volume, 'docker run -d --mount type=volume,src=data,dst=/data nginx').correct).toBe(true)
    expect(command(volume, 'docker run -d -v /data nginx').correct).toBe(false)
  })

  it.each([
    ['docker run -d -m 64m --memory-swap 64m nginx', true],
    ['docker run -d --memory=65536k --memory-swap=65536k nginx', true],
    ['docker run -d -m 64m nginx', false],
    ['docker run -d -m 64m --memory-swap -1 nginx', false],
  ])('counts the limit of memory and swap: %s', (line, correct) => {
    const references = ['docker run -d --memory 64m --memory-swap 64m nginx']
    expect({ line, correct: command({ ...publish, references, mistakes: [] }, line).correct }).toEqual({
      line,
      correct,
    })
  })

  it('[Q8] ends, whatever is typed', () => {
    for (const line of ['while true; do echo x; done', 'yes', ':(){ :|:& };:', '$(', '"', '\u0000', 'x'.repeat(500)]) {
      expect({ line, correct: command(publish, line).correct }).toEqual({ line, correct: false })
    }
    const endless = 'FROM alpine\nRUN while true; do :; done\n'
    expect(markOnEngine(dockerfile, { type: 'dockerfile', text: endless }, hub).feedbackIds).toEqual(['answer:refused'])
  })

  it('waits for a command that takes its time', () => {
    const stop: CommandQuestion = {
      ...publish,
      start: { images: ['alpine'], commands: ['docker run -d --name doze alpine sleep 1000'], files: {} },
      references: ['docker stop doze'],
      mistakes: [{ command: 'docker rm -f doze', feedback: text('gone') }],
    }
    expect(command(stop, 'docker container stop -t 20 doze').correct).toBe(true)
    expect(command(stop, 'docker rm --force doze').feedbackIds).toEqual(['foreseen:0'])
  })
})

describe('a Dockerfile', () => {
  const mark = (source: string) => markOnEngine(dockerfile, { type: 'dockerfile', text: source }, hub)

  it('[Q7] is right when its image behaves as the reference does, whatever it says', () => {
    const right = { points: 1, correct: true, feedbackIds: ['answer:right'], misconceptions: [] }
    expect(mark(dockerfile.reference)).toEqual(right)
    expect(mark('FROM busybox\nWORKDIR /app\nADD . .\nRUN chmod +x hello.sh\nENTRYPOINT ["sh", "hello.sh"]')).toEqual(
      right,
    )
  })

  it('earns the share of checks it meets', () => {
    expect(mark('FROM alpine\nCOPY hello.sh /hello.sh\nCMD ["/hello.sh"]\n')).toEqual({
      points: 0.5,
      correct: false,
      feedbackIds: ['part:takes-name'],
      misconceptions: ['arguments-add-to-cmd'],
    })
  })

  it('that does not build earns nothing and shows why', () => {
    const refused = mark('FROM alpine\nCOPY hallo.sh /\n')
    expect({ ...refused, shown: '' }).toEqual({
      points: 0,
      correct: false,
      feedbackIds: ['answer:refused'],
      misconceptions: [],
      shown: '',
    })
    expect(refused.shown).toContain('"/hallo.sh": not found')
    expect(mark('FRO alpine').feedbackIds).toEqual(['answer:refused'])
    expect(mark('FROM alpine\n'.repeat(500)).feedbackIds).toEqual(['answer:refused'])
  })
})
