import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { misconceptionsSchema } from '@/course/outline'
import { loadYamlFile } from '@/course/source/load-yaml-file'
import { nodeFiles } from '@/course/source/node-files'
import { deepFreeze } from '@/engine/deep-freeze'
import { PROFILE_20 } from '@/engine/profile'
import type { Rules } from '@/engine/rules'
import { WRONG_ENGINES } from '@/engine/wrong-engines'
import { openTerminal } from '@/shell/open-terminal'
import { execute, pressKey } from '@/shell/terminal'

const files = nodeFiles('content')
const hub = loadHub(files)

/** What the last line of a session shows; ids read ID. */
function shown(rules: Partial<Rules>, script: string, texts: Readonly<Record<string, string>> = {}): string {
  let terminal = openTerminal({ hub, profile: PROFILE_20, rules, files: texts })
  let output = ''
  for (const line of script
    .trim()
    .split('\n')
    .map((each) => each.trim())) {
    const step = line === '^P^Q' ? pressKey(terminal, line) : execute(terminal, line)
    terminal = step.terminal
    deepFreeze(terminal.state)
    output = step.output
  }
  return output.replace(/\b[0-9a-f]{12,64}\b/g, 'ID')
}

interface Case {
  readonly script: string
  readonly files?: Readonly<Record<string, string>>
  readonly right: string
  readonly wrong: string
}

const STATUS = "docker ps -a --format '{{.Names}} {{.State}} {{.Status}}' | cut -d' ' -f1-4"
const FILE = { 'app/Dockerfile': 'FROM alpine\nCOPY a /a\nCMD ["cat", "/a"]\n', 'app/a': 'one\n' }

/** For each wrong engine a session whose last line shows the difference. */
const CASES: Readonly<Record<string, Case>> = {
  'stop-removes-container': {
    script: `docker run -d --name web nginx\ndocker stop web\n${STATUS}`,
    right: 'web exited Exited (0)\n',
    wrong: '',
  },
  'stop-is-immediate-kill': {
    script: `docker run -d --name web nginx\ndocker stop web\n${STATUS}`,
    right: 'web exited Exited (0)\n',
    wrong: 'web exited Exited (137)\n',
  },
  'kill-sends-term': {
    script: `docker run -d --name web nginx\ndocker kill web\n${STATUS}`,
    right: 'web exited Exited (137)\n',
    wrong: 'web exited Exited (0)\n',
  },
  'every-process-honours-term': {
    script: `docker run -d --name doze alpine sleep 1000\ndocker stop doze\n${STATUS}`,
    right: 'doze exited Exited (137)\n',
    wrong: 'doze exited Exited (143)\n',
  },
  'code-is-signal': {
    script: `docker run -d --name web nginx\ndocker kill web\n${STATUS}`,
    right: 'web exited Exited (137)\n',
    wrong: 'web exited Exited (9)\n',
  },
  'exec-survives-stop': {
    script: `docker run -d --name web nginx
      docker exec -d web sleep 5000
      docker stop web
      docker start web
      docker top web | grep -c sleep`,
    right: '0\n',
    wrong: '1\n',
  },
  'exec-exit-stops': {
    script: `docker run -d --name web nginx\ndocker exec -it web bash\nexit\n${STATUS} | cut -d' ' -f2`,
    right: 'running\n',
    wrong: 'exited\n',
  },
  'detached-means-alive': {
    script: `docker run -d --name one ubuntu\n${STATUS} | cut -d' ' -f2`,
    right: 'exited\n',
    wrong: 'running\n',
  },
  'command-runs-at-create': {
    script: `docker create --name web nginx\n${STATUS} | cut -d' ' -f2`,
    right: 'created\n',
    wrong: 'running\n',
  },
  'restart-makes-new-container': {
    script: `docker run -d --name web nginx
      docker exec web touch /mine
      docker stop web
      docker start web
      docker exec web ls /mine`,
    right: '/mine\n',
    wrong: "ls: cannot access '/mine': No such file or directory\n",
  },
  'run-restarts-container': {
    script: `docker run -d --name web nginx\ndocker stop web\ndocker run -d --name web nginx\n${STATUS} | cut -d' ' -f2`,
    right: 'exited\n',
    wrong: 'running\n',
  },
  'run-again-finds-files': {
    script: 'docker run alpine touch /mine\ndocker run alpine ls /mine',
    right: 'ls: /mine: No such file or directory\n',
    wrong: '/mine\n',
  },
  'arguments-add-to-cmd': {
    script: 'docker build -q -t said said\ndocker run said three',
    files: { 'said/Dockerfile': 'FROM alpine\nENTRYPOINT ["echo", "one"]\nCMD ["two"]\n' },
    right: 'one three\n',
    wrong: 'one two three\n',
  },
  'arguments-replace-entrypoint': {
    script: 'docker build -q -t said said\ndocker run said echo three',
    files: { 'said/Dockerfile': 'FROM alpine\nENTRYPOINT ["echo", "one"]\nCMD ["two"]\n' },
    right: 'one echo three\n',
    wrong: 'three\n',
  },
  'hostname-is-name': {
    script: 'docker pull -q alpine\ndocker run --name web alpine hostname',
    right: 'ID\n',
    wrong: 'web\n',
  },
  'publish-order-reversed': {
    script: 'docker run -d --name web -p 80:8080 nginx\ndocker port web',
    right: '8080/tcp -> 0.0.0.0:80\n8080/tcp -> :::80\n',
    wrong: '80/tcp -> 0.0.0.0:8080\n80/tcp -> :::8080\n',
  },
  'expose-publishes': {
    script: 'docker run -d --name web nginx\ndocker port web',
    right: '',
    wrong: '80/tcp -> 0.0.0.0:80\n80/tcp -> :::80\n',
  },
  'ports-stay-the-same': {
    script: `docker run -d -P --name web nginx\ndocker stop web\ndocker start web\ndocker port web | head -n 1`,
    right: '80/tcp -> 0.0.0.0:32769\n',
    wrong: '80/tcp -> 0.0.0.0:32768\n',
  },
  'ps-lists-everything': {
    script: "docker run -d --name web nginx\ndocker stop web\ndocker ps --format '{{.Names}}'",
    right: '',
    wrong: 'web\n',
  },
  'rm-takes-running': {
    script: 'docker run -d --name web nginx\ndocker rm web',
    right:
      'Error response from daemon: You cannot remove a running container ID. Stop the container before attempting removal or force remove\n',
    wrong: 'web\n',
  },
  'rmi-removes-containers': {
    script: `docker run -d --name web nginx\ndocker rmi -f nginx\n${STATUS} | cut -d' ' -f1-2`,
    right: 'web running\n',
    wrong: '',
  },
  'volumes-die-with-container': {
    script: 'docker run --name one -v data:/data alpine\ndocker rm one\ndocker volume ls -q',
    right: 'data\n',
    wrong: '',
  },
  'policy-outlives-stop': {
    script: `docker run -d --restart always --name web nginx\ndocker stop web\nsleep 2\n${STATUS} | cut -d' ' -f2`,
    right: 'exited\n',
    wrong: 'running\n',
  },
  'names-on-default-bridge': {
    script: `docker pull -q alpine
      docker run -d --name web nginx
      docker run alpine wget -qO- http://web | grep -c "Welcome to nginx"`,
    right: "wget: bad address 'web'\n0\n",
    wrong: '2\n',
  },
  'cache-ignores-files': {
    script: 'docker build -q -t said app\necho two > app/a\ndocker build -q -t said app\ndocker run said',
    files: FILE,
    right: 'two\n',
    wrong: 'one\n',
  },
}

describe('the wrong engines', () => {
  it('are those of the cases, each of a known misconception', () => {
    const beliefs = WRONG_ENGINES.map((engine) => engine.misconception)
    expect(beliefs).toEqual(Object.keys(CASES))
    const { value } = loadYamlFile(files, 'misconceptions.yaml', misconceptionsSchema, () => [])
    expect(beliefs.filter((id) => !Object.hasOwn(value ?? {}, id))).toEqual([])
  })

  it.each(WRONG_ENGINES)('[WRONG1] $misconception: shows what its belief expects, the right one does not', (engine) => {
    const tried = CASES[engine.misconception] ?? { script: '', right: '', wrong: '' }
    expect({
      right: shown({}, tried.script, tried.files),
      wrong: shown(engine.rules, tried.script, tried.files),
    }).toEqual({ right: tried.right, wrong: tried.wrong })
  })
})
