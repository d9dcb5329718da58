import { defineCommand } from './define'
import { runOneLiner } from './one-liner'

/** node: its version, and scripts that only print. */
export const node = defineCommand('node', ({ args, system }) => {
  const [first, script = ''] = args
  const version = `v${system.process.environment.NODE_VERSION ?? '24.11.1'}`
  if (first === '-v' || first === '--version') return { status: 0, output: `${version}\n` }
  if (first === '-e' || first === '--eval') return runOneLiner(script, 'node')
  if (first === undefined || first.startsWith('-'))
    return { status: 9, error: 'node: its prompt is not simulated here.\n' }
  const content = system.files.read(system.path(first))
  if (content.ok && content.value.kind === 'text') return runOneLiner(content.value.text, 'node')
  const path = system.path(first)
  return {
    status: 1,
    error: `node:internal/modules/cjs/loader:1386\n  throw err;\n  ^\n\nError: Cannot find module '${path}'\n    at Function._resolveFilename (node:internal/modules/cjs/loader:1383:15) {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}\n\nNode.js ${version}\n`,
  }
})
