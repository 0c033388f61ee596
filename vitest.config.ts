import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/harness/closing-line.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#kernel/jsx', development: false } },
  test: {
    include: ['src/**/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    reporters: ['default', new ClosingLine()],
    globalSetup: ['test/harness/global.ts'],
    setupFiles: ['test/harness/fresh-start.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A file that is compared and is not there is a fault; bin/schema writes it.
    update: 'none',
  },
})
