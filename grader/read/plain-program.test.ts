import { expect, test } from 'vitest'
import { plainProgram } from './plain-program'

test.each([
  ['docker.exe ps -a', 'docker ps -a'],
  ['sudo -E /usr/bin/docker run -d nginx', 'sudo -E docker run -d nginx'],
  ['/usr/local/bin/docker ps; command docker images && \\docker info', 'docker ps; docker images && docker info'],
  ['docker.exe rm -f $(docker.exe ps -aq)', 'docker rm -f $(docker ps -aq)'],
  ['echo "$(docker.exe ps -q | wc -l) docker.exe"', 'echo "$(docker ps -q | wc -l) docker.exe"'],
  ['docker.exe ps -q | xargs docker.exe stop', 'docker ps -q | xargs docker stop'],
  ['for i in 1 2; do docker.exe run -d nginx; done', 'for i in 1 2; do docker run -d nginx; done'],
  ['winpty docker.exe exec -it web sh', 'winpty docker exec -it web sh'],
  ['docker.exe run -d \\\n  nginx', 'docker run -d \\\n  nginx'],
  ['docker.exe', 'docker'],
])('[R9] %s runs docker', (typed, plain) => {
  expect(plainProgram(typed)).toBe(plain)
})

test.each([
  'ls -l /usr/bin/docker',
  'which docker.exe',
  "echo '; docker.exe ps'",
  'echo "a; docker.exe ps"',
  'docker run -v /usr/bin/docker:/usr/bin/docker alpine',
  'docker run alpine /usr/bin/docker ps',
  'cat > run.sh <<EOF\ndocker.exe ps\nEOF',
  'docker.exec ps',
  './docker-run.sh',
])('[R9] %s stays', (typed) => {
  expect(plainProgram(typed)).toBe(typed)
})
