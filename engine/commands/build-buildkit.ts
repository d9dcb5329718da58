import { type Call, printError } from './call'

export function buildWithBuildKit(call: Call): number {
  printError(call, 'BuildKit\n')
  return 1
}
