import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['src/**/test/**/*.test.ts', 'src/**/test/**/*.test.tsx', 'test/**/*.test.ts'] },
})
