import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PROFILE_20, PROFILE_TODAY } from '@/engine/profile'
import { buildWorld, putFile } from '@/tests/support/build-world'

const LINES = [
  'FROM alpine',
  'FROM alpine AS one',
  'FROM one',
  'FROM scratch',
  'FROM $A',
  'ARG A=alpine',
  'ARG A',
  'ENV A=$A$A B="x y"',
  `ENV A $${'{'}B:-$A}`,
  'RUN touch /x',
  'RUN ["nosuch"]',
  'RUN exit 3',
  'RUN <<EOF\necho a\nEOF',
  'COPY . /src',
  'COPY a.txt b* d/',
  'COPY --from=one / /all',
  'COPY --from=0 --chown=1:2 --chmod=700 x /y',
  'COPY <<f /f\n$A\nf',
  'ADD a.txt http://x/y /z/',
  'WORKDIR $A/../b',
  'USER $A',
  'EXPOSE 80 $A 1-3/udp',
  'VOLUME /v ["/w"]',
  'LABEL a=b "c d"=$A',
  'CMD []',
  'ENTRYPOINT x',
  'ONBUILD RUN touch /t',
  'ONBUILD COPY . /o',
  'STOPSIGNAL $A',
  'HEALTHCHECK --interval=1s CMD x',
  'SHELL ["/bin/sh", "-c"]',
  'MAINTAINER me',
  '# escape=`',
  'RUN a \\',
  '',
]

const dockerfile = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LINES) }, fc.string({ maxLength: 40 })), { maxLength: 10 })
  .map((lines) => ['FROM alpine AS one', ...lines].join('\n'))

it.each([
  ['classic', PROFILE_20],
  ['buildkit', PROFILE_TODAY],
])('[BUILD16] whatever stands in a Dockerfile, %s ends with an exit code', (_name, profile) => {
  const world = buildWorld({ 'a.txt': 'one', 'b/c.txt': 'two' }, profile)
  fc.assert(
    fc.property(dockerfile, fc.boolean(), (text, useCache) => {
      putFile(world, 'Dockerfile', text)
      const { exitCode } = world.run(`build ${useCache ? '' : '--no-cache '}-t t .`)
      expect(exitCode).not.toBeNull()
    }),
    { numRuns: 300, seed: 7 },
  )
})
