import { describe, expect, it } from 'vitest'
import { PROFILE_28 } from '@/engine/profile'
import { buildWorld, putFile } from '@/tests/support/build-world'

const ALPINE = '907ad00b2012'
const steps = (...lines: readonly string[]) => `${lines.join('\n')}\n`

describe('the classic builder', () => {
  it('[BUILD6] makes an image of every step and tells each', () => {
    const world = buildWorld({
      Dockerfile: 'FROM alpine\nRUN touch /x\nCOPY a.txt /srv/\nCMD ["sh"]\n',
      'a.txt': 'one',
    })
    expect(world.run('build -t app -t app:2 .')).toEqual({
      stdout: steps(
        'Sending build context to Docker daemon  3.072kB',
        'Step 1/4 : FROM alpine',
        ` ---> ${ALPINE}`,
        'Step 2/4 : RUN touch /x',
        ' ---> Running in #1',
        'Removing intermediate container #1',
        ' ---> #2',
        'Step 3/4 : COPY a.txt /srv/',
        ' ---> #3',
        'Step 4/4 : CMD ["sh"]',
        ' ---> Running in #4',
        'Removing intermediate container #4',
        ' ---> #5',
        'Successfully built #5',
        'Successfully tagged app:latest',
        'Successfully tagged app:2',
      ),
      stderr: '',
      exitCode: 0,
    })
    expect(world.run('ps -aq').stdout).toBe('')
    expect(world.run('images -q app').stdout).toBe('#5\n#5\n')
    const history = world.run("history --format '{{.ID}} {{.CreatedBy}} {{.Size}}' app").stdout
    expect(history.replace(/file:[0-9a-f]*…/g, 'file:…')).toBe(
      steps(
        '#5 /bin/sh -c #(nop)  CMD ["sh"] 0B',
        '#3 /bin/sh -c #(nop) COPY file:… 3B',
        '#2 /bin/sh -c touch /x 4B',
        `${ALPINE} /bin/sh -c #(nop)  CMD ["/bin/sh"] 0B`,
        '<missing> /bin/sh -c #(nop) ADD file:… 2.01MB',
      ),
    )
  })

  it('[BUILD7] takes steps from the cache until one differs: contents count, dates do not', () => {
    const world = buildWorld({ Dockerfile: 'FROM alpine\nCOPY a.txt /\nRUN echo hi\n', 'a.txt': 'one' })
    const first = world.run('build -q .').stdout
    putFile(world, 'a.txt', 'one', Date.UTC(2026, 10, 23, 17, 0, 0))
    expect(world.run('build -q .').stdout).toBe(first)
    putFile(world, 'a.txt', 'two')
    const changed = world.run('build .')
    expect(changed.stdout).not.toContain('Using cache')
    expect(world.run('build .').stdout).toBe(
      steps(
        'Sending build context to Docker daemon  3.072kB',
        'Step 1/3 : FROM alpine',
        ` ---> ${ALPINE}`,
        'Step 2/3 : COPY a.txt /',
        ' ---> Using cache',
        ' ---> #2',
        'Step 3/3 : RUN echo hi',
        ' ---> Using cache',
        ' ---> #4',
        'Successfully built #4',
      ),
    )
    expect(world.run('build --no-cache .').stdout).not.toContain('Using cache')
  })

  it('[BUILD8] stops at a RUN that fails with its status and leaves its container', () => {
    const world = buildWorld({ Dockerfile: 'FROM alpine\nRUN exit 17\nRUN echo never\n' })
    expect(world.run('build .')).toEqual({
      stdout: steps(
        'Sending build context to Docker daemon  2.048kB',
        'Step 1/3 : FROM alpine',
        ` ---> ${ALPINE}`,
        'Step 2/3 : RUN exit 17',
        ' ---> Running in #1',
      ),
      stderr: "The command '/bin/sh -c exit 17' returned a non-zero code: 17\n",
      exitCode: 17,
    })
    expect(world.run("ps -a --format '{{.ID}} {{.Image}} {{.Command}}'").stdout).toBe(
      `#1 ${ALPINE} "/bin/sh -c 'exit 17'"\n`,
    )
    expect(world.run('build --force-rm -q .').exitCode).toBe(17)
    expect(world.run('ps -aq').stdout).toBe('#1\n')
  })

  it.each([
    [
      'COPY nope /',
      'COPY failed: file not found in build context or excluded by .dockerignore: stat nope: file does not exist',
    ],
    ['COPY ../x /', 'COPY failed: forbidden path outside the build context: ../x ()'],
    ['COPY *.none /', 'COPY failed: no source files were specified'],
    [
      'COPY a.txt Dockerfile /x',
      'COPY failed: When using COPY with more than one source file, the destination must be a directory and end with a /',
    ],
    [
      'COPY --chown=nobodyhere a.txt /',
      "unable to convert uid/gid chown string to host mapping: can't find uid for user nobodyhere: no such user: nobodyhere",
    ],
    ['EXPOSE abc', 'Invalid containerPort: abc'],
  ])("[BUILD9] %s is refused in the builder's words", (line, message) => {
    const world = buildWorld({ Dockerfile: `FROM alpine\n${line}\n`, 'a.txt': 'one' })
    const { stderr, exitCode } = world.run('build .')
    expect({ stderr, exitCode }).toEqual({ stderr: `${message}\n`, exitCode: 1 })
  })

  it.each([
    ['FROM alpine\nRUNN x\n', 'Error response from daemon: dockerfile parse error line 2: unknown instruction: RUNN'],
    ['FROM alpine\nENV A\n', 'Error response from daemon: failed to parse Dockerfile: ENV must have two arguments'],
    ['', 'Error response from daemon: failed to parse Dockerfile: file with no instructions'],
    ['RUN x\n', 'Error response from daemon: no build stage in current context'],
  ])('[BUILD3] %j does not begin', (dockerfile, message) => {
    const world = buildWorld({ Dockerfile: dockerfile })
    expect(world.run('build .')).toEqual({
      stdout: 'Sending build context to Docker daemon  2.048kB\n'.replace(
        '2.048',
        dockerfile === '' ? '1.536' : '2.048',
      ),
      stderr: `${message}\n`,
      exitCode: 1,
    })
  })

  it("[BUILD10] the base image's triggers run first and are not inherited", () => {
    const world = buildWorld({
      Dockerfile: 'FROM alpine\nONBUILD COPY . /src\nONBUILD RUN echo trigger\n',
      D2: 'FROM parent\n',
    })
    world.run('build -q -t parent .')
    expect(world.run('build -f D2 -t child .').stdout).toBe(
      steps(
        'Sending build context to Docker daemon  3.072kB',
        'Step 1/1 : FROM parent',
        '# Executing 2 build triggers',
        ' ---> Running in #2',
        'trigger',
        'Removing intermediate container #2',
        ' ---> #3',
        'Successfully built #3',
        'Successfully tagged child:latest',
      ),
    )
    expect(world.run("inspect -f '{{.Config.OnBuild}}' child").stdout).toBe('[]\n')
  })

  it("[BUILD11] arguments reach RUN and the base's name; a changed one misses the cache", () => {
    const world = buildWorld({ Dockerfile: 'ARG BASE=nothing\nFROM $BASE\nARG WORD=a\nRUN echo $WORD\n' })
    const built = world.run('build --build-arg BASE=alpine --build-arg OTHER=1 -t one .')
    expect(built.stdout).toContain('[Warning] One or more build-args [OTHER] were not consumed\nSuccessfully built')
    expect(world.run('build --build-arg BASE=alpine .').stdout).toContain(
      'Step 4/4 : RUN echo $WORD\n ---> Using cache',
    )
    expect(world.run('build --build-arg BASE=alpine --build-arg WORD=b .').stdout).toContain(
      'Step 4/4 : RUN echo $WORD\n ---> Running in',
    )
    expect(world.run("history --format '{{.CreatedBy}}' one").stdout.split('\n')[0]).toBe(
      '|1 WORD=a /bin/sh -c echo $WORD',
    )
  })

  it('[BUILD12] a stage may stand on another and copy from it; --target ends there', () => {
    const world = buildWorld({ Dockerfile: 'FROM alpine AS one\nRUN touch /x\nFROM alpine\nCOPY --from=one /x /y\n' })
    expect(world.run('build -t two .').exitCode).toBe(0)
    expect(world.run('build --target one .').stdout).toContain('Step 2/2 : RUN touch /x\n ---> Using cache')
    expect(world.run('build --target none .').stderr).toBe(
      'Error response from daemon: failed to reach build target none in Dockerfile\n',
    )
  })

  it('[BUILD13] FROM scratch begins with nothing and alone makes no image', () => {
    const world = buildWorld({ Dockerfile: 'FROM scratch\nCOPY a.txt /\n', 'a.txt': 'one', D2: 'FROM scratch\n' })
    expect(world.run('build -t tiny .').stdout).toContain(
      'Step 1/2 : FROM scratch\n ---> \nStep 2/2 : COPY a.txt /\n ---> #1\n',
    )
    expect(world.run("images --format '{{.Size}}' tiny").stdout).toBe('3B\n')
    expect(world.run('build -f D2 .').stderr).toBe('No image was generated. Is your Dockerfile empty?\n')
  })

  it('[BUILD14] client 28 without buildx says so first, and refuses BuildKit', () => {
    const world = buildWorld({ Dockerfile: 'FROM alpine\n' }, PROFILE_28)
    expect(world.run('build .').stderr).toBe(
      steps(
        'DEPRECATED: The legacy builder is deprecated and will be removed in a future release.',
        '            Install the buildx component to build images with BuildKit:',
        '            https://docs.docker.com/go/buildx/',
        '',
      ),
    )
  })

  it('[BUILD15] what the client misses it says itself', () => {
    const world = buildWorld({ 'e/a.txt': 'one' })
    const error = (stderr: string) => ({ stdout: '', stderr: `${stderr}\n`, exitCode: 1 })
    expect(world.run('build absent')).toEqual(error('unable to prepare context: path "absent" not found'))
    expect(world.run('build e')).toEqual(
      error(
        'unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat /home/student/e/Dockerfile: no such file or directory',
      ),
    )
  })
})
