import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine', 'debian'])

/** Commands of the processes of a container of `image`, first PID 1. */
function processes(image: string, command: string): readonly string[] {
  const { output } = lastShown(machine, [
    `docker run -d --name one ${image} ${command} > /dev/null`,
    'docker top one -o pid,cmd',
  ])
  return output
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^\d+ +/, '').trim())
}

describe('[SH4] the last command', () => {
  it('of -c replaces bash and ash', () => {
    expect(processes('debian', "bash -c 'sleep 1000'")).toEqual(['sleep 1000'])
    expect(processes('alpine', "sh -c 'sleep 1000'")).toEqual(['sleep 1000'])
  })

  it('of -c is a child of dash, or of a shell with more to do', () => {
    expect(processes('debian', "sh -c 'sleep 1000'")).toEqual(['sh -c sleep 1000', 'sleep 1000'])
    expect(processes('alpine', "sh -c 'sleep 1000; true'")).toEqual(['sh -c sleep 1000; true', 'sleep 1000'])
  })

  it.each([
    ['alpine', 'sh'],
    ['debian', 'sh'],
    ['debian', 'bash'],
  ])('of a script is a child of its shell: %s, %s', (image, shell) => {
    const write = `echo "sleep 1000" > /start; exec ${shell} /start`
    expect(processes(image, `sh -c '${write}'`)).toEqual([`${shell} /start`, 'sleep 1000'])
    const replaced = `echo "exec sleep 1000" > /start; exec ${shell} /start`
    expect(processes(image, `sh -c '${replaced}'`)).toEqual(['sleep 1000'])
  })
})
