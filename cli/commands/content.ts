import { parseArgs } from 'node:util'
import { checkContent } from '@/course/check-content'
import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import { contentFolder } from '../input'
import { type Outcome, WrongUsage } from '../outcome'

/** `quai content check`: counts the content and lists its faults; exit 1 where there are any. */
export function content(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  if (positionals.length !== 1 || positionals[0] !== 'check') throw new WrongUsage('content knows one action: check')
  const report = checkContent(loadCourse(nodeFiles(contentFolder)))
  const { faults, ...counts } = report
  const exitCode = faults.length === 0 ? 0 : 1
  const stderr = faults.map((fault) => `content/${fault.file}:${fault.line}: ${fault.message}\n`).join('')
  if (values.json === true) return { stdout: `${JSON.stringify(report)}\n`, stderr: '', exitCode }
  return {
    stdout: `${Object.entries(counts)
      .map(([name, count]) => `${name}: ${count}`)
      .join(', ')}\n`,
    stderr,
    exitCode,
  }
}
