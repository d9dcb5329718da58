import { findConsole } from '@/engine/kernel/streams'
import { echoText } from '../builtins/echo'
import { printfText } from '../builtins/printf'
import { evaluateTest } from '../builtins/test-expression'
import { hostnameOf } from '../hostname'
import { defineCommand } from './define'

export const trueProgram = defineCommand('true', () => ({ status: 0 }))
export const falseProgram = defineCommand('false', () => ({ status: 1 }))
export const echo = defineCommand('echo', ({ args }) => ({ status: 0, output: echoText(args, false) }))
export const printf = defineCommand('printf', ({ args, system }) => ({
  status: 0,
  output: printfText(args, system.now()).text,
}))
export const pwd = defineCommand('pwd', ({ system }) => ({ status: 0, output: `${system.process.directory}\n` }))
export const hostname = defineCommand('hostname', ({ system, args, isBusybox }) => {
  if (args[0] === '-i' || args[0] === '-I') return { status: 0, output: `${addressOf(system)} \n` }
  if (args[0] !== undefined && !args[0].startsWith('-'))
    return {
      status: 1,
      error: isBusybox
        ? 'hostname: sethostname: Operation not permitted\n'
        : 'hostname: you must be root to change the host name\n',
    }
  return { status: 0, output: `${hostnameOf(system)}\n` }
})

function addressOf(system: Parameters<typeof hostnameOf>[0]): string {
  const container = system.state().containers.find((each) => each.id === system.process.space)
  return container?.endpoints.find((endpoint) => endpoint.address !== null)?.address ?? '192.168.1.20'
}

export const test = defineCommand('test', ({ name, args, system }) => {
  const words = name === '[' ? args.slice(0, -1) : args
  const result = evaluateTest(
    system,
    words.map((text) => [{ text, quoted: true }]),
    null,
  )
  return result.error === null ? { status: result.value ? 0 : 1 } : { status: 2, error: `${name}: ${result.error}\n` }
})

export const tty = defineCommand('tty', ({ system }) => {
  const { terminal } = system.process
  const line = terminal === null ? null : findConsole(system.state(), terminal)?.terminal
  if (!system.isTerminal(0) || !line) return { status: 1, output: 'not a tty\n' }
  return { status: 0, output: `/dev/pts/${line.index}\n` }
})

export const helloWorld = defineCommand('hello-world', () => ({ status: 0, output: greeting }))

const greeting = `
Hello from Docker!
This message shows that your installation appears to be working correctly.

To generate this message, Docker took the following steps:
 1. The Docker client contacted the Docker daemon.
 2. The Docker daemon pulled the "hello-world" image from the Docker Hub.
    (amd64)
 3. The Docker daemon created a new container from that image which runs the
    executable that produces the output you are currently reading.
 4. The Docker daemon streamed that output to the Docker client, which sent it
    to your terminal.

To try something more ambitious, you can run an Ubuntu container with:
 $ docker run -it ubuntu bash

Share images, automate workflows, and more with a free Docker ID:
 https://hub.docker.com/

For more examples and ideas, visit:
 https://docs.docker.com/get-started/

`
