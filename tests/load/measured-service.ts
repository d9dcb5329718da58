import path from 'node:path'
import { runningOn } from '@/scripts/start/claim'
import { startTestService } from '@/scripts/test/service'

export interface MeasuredService {
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * The service to be measured: the one that is named, or that runs on the data folder; without either one of its own, on
 * a data folder that this process uses from then on.
 */
export async function openMeasuredService(url: string | undefined): Promise<MeasuredService> {
  const running = url ?? runningOn(path.resolve(process.env.QUAI_DATA ?? '.data'))?.url
  if (running !== undefined) {
    console.log(`Measuring ${running}`)
    return { url: running, stop: () => Promise.resolve() }
  }
  console.log('Starting a service of its own to be measured …')
  const service = await startTestService(process.cwd())
  process.env.QUAI_DATA = service.dataFolder
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void service.stop().finally(() => process.exit(1)))
  }
  return { url: service.url, stop: () => service.stop() }
}
