import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const started = new Set<ChildProcess>()

/** Ends everything that was started here and still runs; asked for when the run itself is interrupted. */
export function endCommands(): void {
  for (const child of started) child.kill('SIGTERM')
}

/** Runs the JavaScript command of an installed package in the foreground; resolves with its exit code. */
export function runPackage(
  root: string,
  command: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<number> {
  const [script = '', ...args] = command
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables },
      stdio: 'inherit',
    })
    started.add(child)
    child.once('close', (code) => {
      started.delete(child)
      resolve(code ?? 1)
    })
  })
}

/** Keeps a child that somebody else started among those that `endCommands` ends. */
export function endLater(child: ChildProcess): void {
  started.add(child)
  child.once('close', () => started.delete(child))
}
