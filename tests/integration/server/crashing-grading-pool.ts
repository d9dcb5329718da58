/** Stands for the worker threads in a process that is killed the moment it begins to grade. */
export function gradingPool() {
  return {
    run: () =>
      new Promise<never>(() => {
        process.kill(process.pid, 'SIGKILL')
      }),
  }
}
