import { expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { openTerminal } from './open-terminal'
import { execute } from './terminal'

const DOCKERFILE = `FROM alpine
RUN --mount=type=secret,id=token wc -c /run/secrets/token > /length
RUN ls /run/secrets > /later 2>&1 || true
`

it('[BUILD29] a secret is a file while its RUN runs, and in no layer afterwards', () => {
  let terminal = openTerminal({
    hub: loadHub(nodeFiles('content')),
    files: { Dockerfile: DOCKERFILE, 'token.txt': 's3cret' },
  })
  const shown = [
    'docker pull -q alpine',
    'docker build -q --secret id=token,src=token.txt -t tight . > /dev/null',
    'docker run --rm tight cat /length /later',
    'docker run --rm tight ls -A /run',
  ].map((line) => {
    const step = execute(terminal, line)
    terminal = step.terminal
    return [step.output, step.exitCode]
  })
  expect(shown).toEqual([
    ['docker.io/library/alpine:latest\n', 0],
    ['', 0],
    ['6 /run/secrets/token\nls: /run/secrets: No such file or directory\n', 0],
    ['', 0],
  ])
  expect(JSON.stringify(terminal.state.images)).not.toContain('s3cret')
})
