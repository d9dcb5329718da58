/** What the demonstration students typed, one terminal input a line. The engine says what their terminals showed. */
const INPUTS = {
  complete: [
    'docker run -d --name web -p 8080:80 nginx',
    'docker ps',
    'curl -s localhost:8080',
    'docker stop web',
    'docker ps -a',
    'docker start web',
    'docker kill web',
    'docker ps -a',
  ],
  'without-kill': [
    'docker run -d --name web -p 8080:80 nginx',
    'curl -s localhost:8080',
    'docker stop web',
    'docker ps -a',
    'docker start web',
    'docker stop web',
    'docker ps -a',
  ],
  'with-detours': [
    'docker images',
    'docker run -d -P --name site nginx',
    'docker port site',
    'docker stop sit',
    'docker stop site',
    'docker container ls --all',
    'docker start site',
    'curl -s http://localhost:32769',
    'docker kill site',
    'docker container ls --all',
  ],
} as const

export type SessionName = keyof typeof INPUTS | 'edited'

/** A terminal that shows something and is replaced by the next one at each input. */
export interface DemoTerminal {
  readonly prompt: string
  readonly type: (input: string) => { readonly terminal: DemoTerminal; readonly output: string }
}

/** The text a student would copy from the terminal. The edited one claims another exit code than the engine gave. */
export function transcriptOf(name: SessionName, start: DemoTerminal): string {
  return name === 'edited'
    ? play(INPUTS.complete, start).replace('Exited (137)', 'Exited (143)')
    : play(INPUTS[name], start)
}

function play(inputs: readonly string[], start: DemoTerminal): string {
  let terminal = start
  let shown = ''
  for (const input of inputs) {
    const { output, terminal: next } = terminal.type(input)
    shown += `${terminal.prompt}${input}\n${output}${output === '' || output.endsWith('\n') ? '' : '\n'}`
    terminal = next
  }
  return shown
}
