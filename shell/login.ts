import { openFiles } from '@/engine/files/space-view'
import type { EngineState } from '@/engine/state'
import { dockerGroup } from './accounts'

/** The machine after a new login of `user`: the session has the docker group if /etc/group says so now. */
export function logIn(state: EngineState, user: string): EngineState {
  const content = openFiles({ state }, 'host', 'root').read('/etc/group')
  const text = content.ok && content.value.kind === 'text' ? content.value.text : ''
  const row = text.split('\n').find((line) => line.startsWith(`${dockerGroup}:`))
  const isMember = row?.split(':')[3]?.split(',').includes(user) === true
  const others = state.host.dockerUsers.filter((each) => each !== user)
  return { ...state, host: { ...state.host, dockerUsers: isMember ? [...others, user] : others } }
}
