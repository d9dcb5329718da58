import type { ExampleMove } from '@/course/chapter/chapter-document'
import type { PracticeStart } from '@/course/chapter/practice-start'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

const PULL_ALL = ['docker pull -q alpine', 'docker pull -q ubuntu', 'docker pull -q nginx']

/** What is done on a fresh machine before one sits down at it. */
const PREPARATIONS = {
  fresh: [],
  images: PULL_ALL,
  site: ['docker pull -q nginx', 'docker run -d --name web -p 8080:80 nginx'],
  mess: [
    ...PULL_ALL,
    'docker pull -q redis',
    'docker run -d --name web -p 8080:80 nginx',
    'docker run -d --name old-web nginx',
    'docker stop old-web',
    'docker run --name greeting alpine echo hello',
    'docker run --name failed alpine ls /missing',
    'docker run -d --name cache -v cache-data:/data redis',
    'docker rm -f cache',
    'docker run -d --name scratch -v /data alpine sleep 3600',
    'docker rm -f scratch',
    'docker network create unused',
  ],
  project: [
    'docker pull -q alpine',
    'mkdir app',
    'cd app',
    `printf 'FROM alpine\\nWORKDIR /app\\nCOPY hello.sh .\\nRUN chmod +x hello.sh\\nCMD ["./hello.sh"]\\n' > Dockerfile`,
    `printf '#!/bin/sh\\necho "Hello from $(hostname)"\\n' > hello.sh`,
  ],
} as const

const FREE_STARTS = [
  'fresh',
  'images',
  'site',
  'mess',
  'project',
] as const satisfies readonly (keyof typeof PREPARATIONS)[]

/** The same machine for everybody who starts there. */
const DRAW = 1

/** The machines of the free terminal. */
export function freeStarts(language: Language): readonly PracticeStart[] {
  const t = translator(language, 'practice')
  return FREE_STARTS.map((id) => ({
    id,
    after: null,
    draw: DRAW,
    moves: PREPARATIONS[id].map((input): ExampleMove => ({ action: { kind: 'type', input }, hidden: true })),
    title: t(`starts.${id}`),
  }))
}
