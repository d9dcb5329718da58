import { describe, expect, test } from 'vitest'
import { openedShell } from './opens-shell'

describe('[R10] which commands open a shell', () => {
  test.each([
    ['docker run -it ubuntu', { context: 'container', program: null, target: 'ubuntu' }],
    [
      'sudo docker run --rm -ti -v a:/b --name x alpine:3 /bin/sh',
      { context: 'container', program: 'sh', target: 'alpine:3' },
    ],
    [
      'docker -H tcp://a:1 container exec -i -t -u 0 web bash',
      { context: 'container', program: 'bash', target: 'web' },
    ],
    ['docker run -it --name=x \\\n  ubuntu bash', { context: 'container', program: 'bash', target: 'ubuntu' }],
    ['docker start -ai web', { context: 'container', program: null, target: 'web' }],
    ['docker attach web', { context: 'container', program: null, target: 'web' }],
    ['cd tp && docker exec -it web sh', { context: 'container', program: 'sh', target: 'web' }],
    ['docker compose exec web bash', { context: 'container', program: 'bash', target: null }],
    ['sudo -i', { context: 'same', program: 'bash', target: null }],
    ['bash', { context: 'same', program: 'bash', target: null }],
    ['ssh a@b', { context: 'same', program: null, target: null }],
    ['docker run -d -it nginx', null],
    ['docker run nginx', null],
    ['docker exec web ls', null],
    ['docker start web', null],
    ['bash -c ls', null],
    ['docker ps', null],
  ])('%s', (command, shell) => {
    expect(openedShell(command)).toEqual(shell)
  })
})
