import { defineConfig } from '@playwright/test'

/** `npm test` starts a service of its own and names it here; by hand, point QUAI_TEST_URL at any running one. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.build/browser-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Limits that only end what hangs: a loaded machine must not fail a test.
  timeout: 300_000,
  expect: { timeout: 40_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.QUAI_TEST_URL ?? 'http://127.0.0.1:3000',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      // As root, Chromium refuses its sandbox; the rest keeps it from talking to anybody but the service under test.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
