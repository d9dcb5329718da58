import { runQuai } from './quai'

const outcome = await runQuai(process.argv.slice(2))
process.stderr.write(outcome.stderr)
process.exitCode = outcome.exitCode
process.stdout.write(outcome.stdout)
