/** Next calls this once when a server process starts, before its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces it at build and so leaves Node's own modules out of its edge bundle.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startAttemptSweep } = await import('@/server/jobs/attempt-sweep')
    const { startGradingSweep } = await import('@/server/jobs/grading-sweep')
    const { warmUp } = await import('@/server/jobs/warm-up')
    startGradingSweep()
    startAttemptSweep()
    warmUp()
  }
}
