/** Next calls this once when a server process starts, before its first request. */
export async function register(): Promise<void> {
  const { startGradingSweep } = await import('@/server/jobs/grading-sweep')
  startGradingSweep()
}
