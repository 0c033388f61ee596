import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/harness/closing-line.ts'
import { LongestFirst } from './test/harness/longest-first.ts'

/** Who asks for an order by chance (`--sequence.shuffle.files --sequence.seed=7`) is given it. */
const shuffled = process.argv.some((one) => one.startsWith('--sequence.shuffle'))

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#kernel/jsx', development: false } },
  test: {
    include: ['src/**/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    // A trade that is in no house: test/architecture/new-module.test.ts puts it into one.
    exclude: ['**/node_modules/**', 'test/example/**'],
    reporters: ['default', new ClosingLine()],
    globalSetup: ['test/harness/global.ts'],
    setupFiles: ['test/harness/fresh-start.ts', 'test/harness/shortened.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    // What a page or a test leaves behind is cleared away once in four times as much: less of it is still in use by then.
    execArgv: ['--max-semi-space-size=64'],
    sequence: shuffled ? {} : { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A file that is compared and is not there is a fault; bin/schema writes it.
    update: 'none',
  },
})
