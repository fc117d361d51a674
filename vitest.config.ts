import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One for each core: most files wait for the processes they start.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/web/**', 'tests/e2e/**'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
      {
        plugins: [solid({ ssr: true })],
        resolve: { conditions: ['node'] },
        test: {
          name: 'web',
          environment: 'node',
          include: ['tests/web/**/*.test.{ts,tsx}'],
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: ['tests/e2e/setup.ts'],
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
