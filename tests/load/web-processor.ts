import { existsSync, readFileSync } from 'node:fs'
import { runningOn } from '@/scripts/start/claim'

/** Seconds of processor that the web server has used since this was called; `null` where the system does not tell. */
export function cpuSpentBy(dataFolder: string): () => number | null {
  const stat = `/proc/${runningOn(dataFolder)?.webPid}/stat`
  const read = (): number | null => {
    if (!existsSync(stat)) return null
    const fields = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  }
  const before = read()
  return () => {
    const now = read()
    return now === null || before === null ? null : now - before
  }
}
