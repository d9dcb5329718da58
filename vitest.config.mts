import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const skip = ['**/node_modules/**', '.node/**', '.next/**', '.build/**', '.data/**']

/** Unit tests stand beside their file: `node` for plain modules, `dom` for components; `integration` starts a real PostgreSQL. */
export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { 'server-only': path.join(root, 'tests/empty-module.ts'), '@': root },
  },
  test: {
    // A limit that only ends what hangs: a loaded machine must not fail a test.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: process.env.QUAI_TEST_WORKERS ?? '2',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...skip, 'tests/integration/**', 'tests/e2e/**', 'tests/load/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['**/*.test.tsx'],
          exclude: skip,
          setupFiles: ['tests/dom-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.ts'],
          exclude: skip,
          globalSetup: ['tests/integration/global-setup.ts'],
        },
      },
    ],
  },
})
