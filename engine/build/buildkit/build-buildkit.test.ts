import { describe, expect, it } from 'vitest'
import { PROFILE_TODAY } from '@/engine/profile'
import { buildWorld, putFile } from '@/tests/support/build-world'

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`
const titles = (stderr: string) => stderr.split('\n').filter((row) => /^#\d+ (?:\[|FROM|CACHED|ERROR)/.test(row))

describe('BuildKit', () => {
  it('[BUILD20] without a terminal every vertex is shown with its log; the image goes to stderr', () => {
    const world = buildWorld(
      { Dockerfile: 'FROM alpine\nRUN echo hi\nCOPY a.txt /\nCMD ["sh"]\n', 'a.txt': 'one' },
      PROFILE_TODAY,
    )
    const built = world.run('build -t app:1 .')
    expect({ ...built, stderr: built.stderr.replace(/\d\.\d{3} hi/, '0.200 hi') }).toEqual({
      stdout: '',
      stderr: lines(
        '#0 building with "default" instance using docker driver',
        '',
        '#1 [internal] load build definition from Dockerfile',
        '#1 transferring dockerfile: 91B done',
        '#1 DONE 0.0s',
        '',
        '#2 [internal] load metadata for docker.io/library/alpine:latest',
        '#2 DONE 0.0s',
        '',
        '#3 [internal] load .dockerignore',
        '#3 transferring context: 2B done',
        '#3 DONE 0.0s',
        '',
        '#4 [1/3] FROM docker.io/library/alpine:latest',
        '#4 DONE 0.0s',
        '',
        '#5 [internal] load build context',
        '#5 transferring context: 36B done',
        '#5 DONE 0.0s',
        '',
        '#6 [2/3] RUN echo hi',
        '#6 0.200 hi',
        '#6 DONE 0.2s',
        '',
        '#7 [3/3] COPY a.txt /',
        '#7 DONE 0.0s',
        '',
        '#8 exporting to image',
        '#8 exporting layers done',
        '#8 writing image sha256:#1 done',
        '#8 naming to docker.io/library/app:1 done',
        '#8 DONE 0.0s',
      ),
      exitCode: 0,
    })
    expect(world.run("history --format '{{.ID}} {{.CreatedBy}} {{.Size}} {{.Comment}}' app:1").stdout).toBe(
      lines(
        '#1 CMD ["sh"] 0B buildkit.dockerfile.v0',
        '<missing> COPY a.txt / # buildkit 3B buildkit.dockerfile.v0',
        '<missing> RUN /bin/sh -c echo hi # buildkit 0B buildkit.dockerfile.v0',
        '<missing> /bin/sh -c #(nop)  CMD ["/bin/sh"] 0B ',
        '<missing> /bin/sh -c #(nop) ADD file:8ec69d882e7f29f06… 2.01MB ',
      ),
    )
  })

  it('[BUILD21] steps come from the cache until one differs; the same build is the same image', () => {
    const world = buildWorld(
      { Dockerfile: 'FROM alpine\nRUN echo hi\nCOPY a.txt /\nRUN echo ho\n', 'a.txt': 'one' },
      PROFILE_TODAY,
    )
    const first = world.run('build -q .')
    expect(first).toEqual({ stdout: 'sha256:#1\n', stderr: '', exitCode: 0 })
    expect(world.run('build -q .')).toEqual(first)
    putFile(world, 'a.txt', 'two')
    expect(titles(world.run('build .').stderr)).toEqual([
      '#1 [internal] load build definition from Dockerfile',
      '#2 [internal] load metadata for docker.io/library/alpine:latest',
      '#3 [internal] load .dockerignore',
      '#4 [1/4] FROM docker.io/library/alpine:latest',
      '#5 [internal] load build context',
      '#6 [2/4] RUN echo hi',
      '#6 CACHED',
      '#7 [3/4] COPY a.txt /',
      '#8 [4/4] RUN echo ho',
    ])
    expect(world.run('images -q').stdout.split('\n')).toHaveLength(4)
  })

  it('[BUILD22] builds only the stages the target needs and names them', () => {
    const dockerfile =
      'FROM alpine AS one\nWORKDIR /src\nFROM alpine AS unused\nRUN exit 1\nFROM alpine\nCOPY --from=one /src /src\n'
    const world = buildWorld({ Dockerfile: dockerfile }, PROFILE_TODAY)
    expect(titles(world.run('build .').stderr)).toEqual([
      '#1 [internal] load build definition from Dockerfile',
      '#2 [internal] load metadata for docker.io/library/alpine:latest',
      '#3 [internal] load .dockerignore',
      '#4 [one 1/2] FROM docker.io/library/alpine:latest',
      '#5 [stage-2 1/2] FROM docker.io/library/alpine:latest',
      '#6 [one 2/2] WORKDIR /src',
      '#7 [stage-2 2/2] COPY --from=one /src /src',
    ])
  })

  it('[BUILD23] a failing RUN ends with 1, its log and its lines of the Dockerfile', () => {
    const world = buildWorld({ Dockerfile: 'FROM alpine\nRUN exit 9\nRUN echo never\n' }, PROFILE_TODAY)
    const { stderr, exitCode } = world.run('build .')
    expect(exitCode).toBe(1)
    expect(stderr.slice(stderr.indexOf('#5 '))).toBe(
      lines(
        '#5 [2/3] RUN exit 9',
        '#5 ERROR: process "/bin/sh -c exit 9" did not complete successfully: exit code: 9',
        '------',
        ' > [2/3] RUN exit 9:',
        '------',
        'Dockerfile:2',
        '--------------------',
        '   1 |     FROM alpine',
        '   2 | >>> RUN exit 9',
        '   3 |     RUN echo never',
        '   4 |     ',
        '--------------------',
        'ERROR: failed to solve: process "/bin/sh -c exit 9" did not complete successfully: exit code: 9',
      ),
    )
    expect(world.run('ps -aq').stdout).toBe('')
  })

  it.each([
    ['FROM alpine\nRNU x\n', 'dockerfile parse error on line 2: unknown instruction: RNU (did you mean RUN?)'],
    [
      'FROM nosuchimage\n',
      'nosuchimage: failed to resolve source metadata for docker.io/library/nosuchimage:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    ],
    [
      'FROM alpine:99\n',
      'alpine:99: failed to resolve source metadata for docker.io/library/alpine:99: docker.io/library/alpine:99: not found',
    ],
    ['RUN x\n', 'no build stage in current context'],
    ['FROM alpine\nEXPOSE http\n', 'invalid containerPort: http'],
    ['FROM alpine\nSTOPSIGNAL STOP_NOW\n', 'invalid signal: STOP_NOW'],
  ])("[BUILD24] %j is refused in today's words", (dockerfile, message) => {
    const world = buildWorld({ Dockerfile: dockerfile }, PROFILE_TODAY)
    const { stderr, exitCode } = world.run('build .')
    expect(stderr.split('\n').at(-2)).toBe(`ERROR: failed to solve: ${message}`)
    expect(exitCode).toBe(1)
  })

  it('[BUILD25] here-documents are scripts and files', () => {
    const dockerfile = 'FROM alpine\nARG A=x\nRUN <<EOF\necho script\nEOF\nCOPY <<f.txt <<"g" /\n$A\nf.txt\n$A\ng\n'
    const world = buildWorld({ Dockerfile: dockerfile }, PROFILE_TODAY)
    const { stderr } = world.run('build -t h .')
    expect(stderr).toContain('#5 [2/3] RUN <<EOF (echo script)\n')
    expect(stderr).toMatch(/#5 0\.\d{3} script\n/)
    expect(world.run("history --format '{{.Size}}' h").stdout.split('\n')[0]).toBe('5B')
  })

  it('[BUILD26] the cache is counted and pruned', () => {
    const world = buildWorld({ Dockerfile: 'FROM alpine\nRUN touch /x\n' }, PROFILE_TODAY)
    world.run('build -q -t app .')
    expect(world.run('system df').stdout.split('\n')[4]).toBe('Build Cache     2         0         0B        0B')
    world.run('rmi app')
    expect(world.run('system df').stdout.split('\n')[4]).toBe('Build Cache     2         0         4B        4B')
    expect(world.run('builder prune -af').stdout).toMatch(
      /^ID\t.*\n(?:[0-9a-z]{25} {15}\ttrue \t\t.*\n){2}Total:\t4B\n$/,
    )
    expect(world.run('system df').stdout.split('\n')[4]).toBe('Build Cache     0         0         0B        0B')
  })

  it('[BUILD20] engine 29 exports manifests and unpacks', () => {
    const world = buildWorld({ Dockerfile: 'FROM alpine\nCMD ["x"]\n' }, { ...PROFILE_TODAY, engine: '29' })
    const { stderr } = world.run('build -t app .')
    expect(stderr.slice(stderr.indexOf('#5 '))).toBe(
      lines(
        '#5 exporting to image',
        '#5 exporting layers done',
        '#5 exporting manifest sha256:#1 done',
        '#5 exporting config sha256:#2 done',
        '#5 exporting attestation manifest sha256:#3 done',
        '#5 exporting manifest list sha256:#4 done',
        '#5 naming to docker.io/library/app:latest done',
        '#5 unpacking to docker.io/library/app:latest done',
        '#5 DONE 0.0s',
      ),
    )
  })
})
