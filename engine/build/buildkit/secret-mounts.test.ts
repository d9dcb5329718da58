import { describe, expect, it } from 'vitest'
import { PROFILE_TODAY } from '@/engine/profile'
import { buildWorld } from '@/tests/support/build-world'
import { secretMounts } from './secret-mounts'

const world = (mount: string, command: string) =>
  buildWorld({ Dockerfile: `FROM alpine\nRUN --mount=${mount} ${command}\n`, 'token.txt': 's3cret' }, PROFILE_TODAY)

describe('[BUILD29] a secret lent to one RUN', () => {
  it.each([
    ['type=secret,id=token', { id: 'token', path: '/run/secrets/token', required: false }],
    ['type=secret,id=token,target=/root/.npmrc', { id: 'token', path: '/root/.npmrc', required: false }],
    ['type=secret,target=/root/.npmrc,required=true', { id: '.npmrc', path: '/root/.npmrc', required: true }],
  ])('is read from its flags: %s', (mount, expected) => {
    expect(secretMounts([mount, 'type=cache,target=/cache', 'type=secret'])).toEqual([expected])
  })

  it('that was not given is refused where it is required', () => {
    expect(world('type=secret,id=token', 'true').run('build -q -t app .').exitCode).toBe(0)
    const required = world('type=secret,id=token,required=true', 'true').run('build -q -t app .')
    expect(required).toEqual({
      stdout: '',
      stderr:
        'Dockerfile:2\n--------------------\n   1 |     FROM alpine\n   2 | >>> RUN --mount=type=secret,id=token,required=true true\n   3 |     \n--------------------\nERROR: failed to solve: secret token: not found\n',
      exitCode: 1,
    })
  })

  it('from a file that does not exist is the client’s error', () => {
    expect(world('type=secret,id=token', 'true').run('build --secret id=token,src=absent.txt .')).toEqual({
      stdout: '',
      stderr: 'ERROR: failed to stat absent.txt: stat absent.txt: no such file or directory\n',
      exitCode: 1,
    })
  })
})
