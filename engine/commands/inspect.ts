import { type Call, type Ending, print, printError } from './call'
import { inspectDocument } from './inspect-find'

/** `docker inspect` */
export function inspect(call: Call): Ending {
  const documents = call.command.args.map((name) => inspectDocument(call.transaction.state, name))
  const found = documents.flatMap((one) => one ?? [])
  print(call, `${JSON.stringify(found, null, 4)}\n`)
  const absent = call.command.args[documents.indexOf(null)]
  if (absent === undefined) return 0
  printError(call, `Error: No such object: ${absent}\n`)
  return 1
}
