import type { System } from '@/engine/kernel/program'
import { fileErrorText } from '../file-error'
import { resolveHost } from '../network'
import { defineCommand, type Result } from './define'

const USAGE =
  'usage: git [-v | --version] [-h | --help] [-C <path>] [-c <name>=<value>]\n           [--exec-path[=<path>]] [--html-path] [--man-path] [--info-path]\n           [-p | --paginate | -P | --no-pager] [--no-replace-objects] [--no-lazy-fetch]\n           [--no-optional-locks] [--no-advice] [--bare] [--git-dir=<path>]\n           [--work-tree=<path>] [--namespace=<name>] [--config-env=<name>=<envvar>]\n           <command> [<args>]\n'

const BRANCH_HINT = [
  "Using 'master' as the name for the initial branch. This default branch name",
  'is subject to change. To configure the initial branch name to use in all',
  'of your new repositories, which will suppress this warning, call:',
  '',
  '\tgit config --global init.defaultBranch <name>',
  '',
  "Names commonly chosen instead of 'master' are 'main', 'trunk' and",
  "'development'. The just-created branch can be renamed via this command:",
  '',
  '\tgit branch -m <name>',
]
  .map((line) => `hint:${line === '' ? '' : ` ${line}`}\n`)
  .join('')

function fatal(text: string): Result {
  return { status: 128, error: `fatal: ${text}\n` }
}

/** The files of a repository that has nothing in it yet. */
function makeRepository(system: System, folder: string, branch: string): string | null {
  const made = system.files.makeDirectory(`${folder}/.git`, { parents: true })
  if (!made.ok && made.error !== 'EEXIST') return fileErrorText(made.error)
  const write = (name: string, text: string): void => {
    system.files.write(`${folder}/.git/${name}`, { kind: 'text', text })
  }
  for (const name of ['branches', 'hooks', 'info', 'objects', 'refs'])
    system.files.makeDirectory(`${folder}/.git/${name}`)
  write('HEAD', `ref: refs/heads/${branch}\n`)
  write('config', '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n')
  write('description', "Unnamed repository; edit this file 'description' to name the repository.\n")
  return null
}

function init(system: System, name: string): Result {
  const folder = system.path(name)
  const again = system.files.stat(`${folder}/.git`).ok
  const problem = again ? null : makeRepository(system, folder, 'master')
  if (problem !== null) return fatal(`cannot mkdir ${name}: ${problem}`)
  return again
    ? { status: 0, output: `Reinitialized existing Git repository in ${folder}/.git/\n` }
    : { status: 0, output: `Initialized empty Git repository in ${folder}/.git/\n`, error: BRANCH_HINT }
}

/** A copy of a repository of the internet: what is in it is not known, so that it holds a README that names it. */
function clone(system: System, operands: readonly string[]): Result {
  const [url, given] = operands
  if (url === undefined) return { status: 129, error: 'fatal: You must specify a repository to clone.\n' }
  const [, host] = /^(?:https?:\/\/|git@)([\w.-]+)[/:]/.exec(url) ?? []
  if (host === undefined) return fatal(`repository '${url}' does not exist`)
  const name = given ?? url.replace(/(?:\.git)?\/*$/, '').replace(/^.*[/:]/, '')
  const folder = system.path(name)
  const there = system.files.list(folder)
  if (there.ok && there.value.length > 0)
    return fatal(`destination path '${name}' already exists and is not an empty directory.`)
  const head = `Cloning into '${name}'...\n`
  if (resolveHost(system, host)?.reachable !== true)
    return { status: 128, error: `${head}fatal: unable to access '${url}/': Could not resolve host: ${host}\n` }
  const problem = makeRepository(system, folder, 'main')
  if (problem !== null) return fatal(`could not create work tree dir '${name}': ${problem}`)
  system.files.write(`${folder}/README.md`, { kind: 'text', text: `# ${name.replace(/^.*\//, '')}\n` })
  return { status: 0, error: head }
}

/** git: its version, new repositories and copies; what one does with a history is not simulated. */
export const git = defineCommand('git', ({ args, system }) => {
  const [action = '', ...rest] = args
  const operands = rest.filter((word) => !word.startsWith('-'))
  switch (action) {
    case '':
      return { status: 1, output: USAGE }
    case '--help':
    case '-h':
    case 'help':
      return { status: 0, output: USAGE }
    case '--version':
    case '-v':
    case 'version':
      return { status: 0, output: `git version ${system.files.stat('/etc/alpine-release').ok ? '2.49.1' : '2.39.5'}\n` }
    case 'init':
      return init(system, operands[0] ?? '.')
    case 'clone':
      return clone(system, operands)
    default:
      return { status: 1, error: `git ${action}: this command of git is not simulated here.\n` }
  }
})
