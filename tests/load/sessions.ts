import { asTranscript, simulate } from '@/cli/simulate'
import { PROFILE_20, PROFILE_28, PROFILE_TODAY, type Profile } from '@/engine/profile'
import type { Hub } from '@/engine/registry/hub'
import { openTerminal } from '@/shell/open-terminal'

const PROFILES: readonly [Profile, ...Profile[]] = [PROFILE_TODAY, PROFILE_28, PROFILE_20]

/** What students go through on the way to the two endings: rounds of it make a session as long as wanted. */
const ROUND = [
  'docker run -d --name NAME -p PORT:80 nginx',
  'docker ps',
  'curl -s http://localhost:PORT',
  'docker stop NAME',
  'docker ps -a',
  'docker start NAME',
  'docker logs NAME',
  "docker inspect -f '{{.State.Status}}' NAME",
  'docker kill NAME',
  'docker ps -a',
  'docker rm NAME',
  'docker images',
]

/** A student's session of about `lines` lines; another number makes other ids, names, ports and another Docker. */
export function studentSession(hub: Hub, student: number, lines: number): string {
  const profile = PROFILES[student % PROFILES.length] ?? PROFILE_TODAY
  let terminal = openTerminal({ hub, profile, seed: student + 1 })
  let text = ''
  for (let round = 0; text.split('\n').length < lines; round += 1) {
    const script = ROUND.map((line) =>
      line.replaceAll('NAME', `web${student}-${round}`).replaceAll('PORT', String(8080 + round)),
    )
    const run = simulate(terminal, script.join('\n'), 'session')
    terminal = run.terminal
    text += asTranscript(run.steps, '').trimEnd()
    text += '\n'
  }
  return `${text.split('\n').slice(0, lines).join('\n')}\n`
}
