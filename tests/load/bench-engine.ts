import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { openTerminal } from '@/shell/open-terminal'
import { execute, type Terminal } from '@/shell/terminal'

/** The fifteen commands that a real engine takes 1.16 s for. */
const script: readonly string[] = [
  'docker run -d --name web nginx',
  'docker ps',
  'docker ps -a',
  "docker inspect --format '{{.State.Status}}' web",
  'docker kill web',
  'docker ps -a',
  'docker start web',
  'docker exec web echo hello',
  'docker logs web',
  'docker rm -f web',
  'docker run --rm alpine echo hello',
  'docker ps -aq',
  'docker images',
  'docker volume create data',
  'docker volume rm data',
]

const hub = loadHub(nodeFiles('content'))

function withImages(): Terminal {
  return ['nginx', 'alpine'].reduce(
    (terminal, image) => execute(terminal, `docker pull -q ${image}`).terminal,
    openTerminal({ hub }),
  )
}

/** Runs the script `rounds` times, each from the same machine, and gives commands per second. */
function commandsPerSecond(start: Terminal, rounds: number): number {
  const begun = performance.now()
  for (let round = 0; round < rounds; round += 1) {
    let terminal = start
    for (const line of script) terminal = execute(terminal, line).terminal
  }
  return (rounds * script.length) / ((performance.now() - begun) / 1000)
}

interface Heap {
  /** Bytes kept by all of the terminal's states, with the catalogue and the code. */
  readonly total: number
  readonly bytesPerCommand: number
}

/** Heap after collection that 1,000 commands with 100 containers leave behind when every state is kept. */
function measureHeap(start: Terminal, collect: () => void): Heap {
  let terminal = start
  for (let count = 0; count < 100; count += 1) terminal = execute(terminal, 'docker run -d nginx').terminal
  const kept: Terminal[] = []
  collect()
  const before = process.memoryUsage().heapUsed
  for (let count = 0; count < 1000; count += 1) {
    terminal = execute(terminal, `echo ${count}`).terminal
    kept.push(terminal)
  }
  collect()
  const total = process.memoryUsage().heapUsed
  return { total, bytesPerCommand: (total - before) / kept.length }
}

const start = withImages()
commandsPerSecond(start, 300)
console.log(`commands per second: ${Math.round(commandsPerSecond(start, 300))} (target 10000)`)
if (global.gc === undefined) console.log('memory: not measured, run node with --expose-gc')
else {
  const { total, bytesPerCommand } = measureHeap(start, global.gc)
  console.log(`kept a command: ${Math.round(bytesPerCommand)} bytes (target 3072)`)
  console.log(`heap with 100 containers and 1000 commands: ${(total / 1e6).toFixed(1)} MB (target 40)`)
}
