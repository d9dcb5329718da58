import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine', 'registry:2'])

describe('docker push', () => {
  it('sends each layer once: those the registry has are not sent again', () => {
    const first = [
      'docker run -d -p 5000:5000 registry:2',
      'mkdir app',
      "printf 'FROM alpine\\nRUN echo 1 > /one\\n' > app/Dockerfile",
      'docker build -q -t localhost:5000/app:1 app 2> log',
    ]
    const second = [
      ...first,
      'docker push -q localhost:5000/app:1',
      "printf 'FROM alpine\\nRUN echo 1 > /one\\nRUN echo 2 > /two\\n' > app/Dockerfile",
      'docker build -q -t localhost:5000/app:2 app 2> log',
    ]
    const words = (lines: readonly string[], tag: number) =>
      lastShown(machine, [
        ...lines,
        `docker push localhost:5000/app:${String(tag)} | grep -o 'Pushed\\|Layer already exists'`,
      ]).output
    expect(words(first, 1)).toBe('Pushed\nPushed\n')
    expect(words(second, 2)).toBe('Pushed\nLayer already exists\nLayer already exists\n')
  })
})
