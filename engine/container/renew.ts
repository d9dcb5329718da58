import { emptyList } from '../append-list'
import { drawId } from '../entropy'
import { emptyDirectory } from '../files/tree'
import type { Transaction } from '../state'
import type { Container } from './container'
import { recordContainerEvent } from './create'

/** What `docker start` goes on with: the container itself, or with a wrong engine a new one of the same name in its place. */
export function resumedContainer(transaction: Transaction, container: Container): Container {
  const { state } = transaction
  if (state.rules.startResumes || container.state.status !== 'exited') return container
  const id = drawId(transaction)
  const hostname = container.config.Hostname
  const made: Container = {
    ...container,
    id,
    createdAt: state.clock,
    config: { ...container.config, Hostname: hostname === container.id.slice(0, 12) ? id.slice(0, 12) : hostname },
    restartCount: 0,
    upper: emptyDirectory(0),
    log: emptyList(),
  }
  const others = state.containers.filter((one) => one.id !== container.id)
  transaction.state = { ...transaction.state, containers: [...others, made] }
  recordContainerEvent(transaction, made, 'create')
  return made
}
