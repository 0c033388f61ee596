import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'

/** What is named as a test or its folder and is not there. */
const missing = (text: string) =>
  [...text.matchAll(/`((?:src|test)\/[^`]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !existsSync(join(projectRoot, path)))

test('each test that docs/security names is there', () => {
  for (const path of globSync('docs/security/*.md', { cwd: projectRoot }))
    expect([path, missing(readFileSync(join(projectRoot, path), 'utf8'))]).toEqual([path, []])
})

test('each threat has a test that shows its answer', () => {
  const text = readFileSync(join(projectRoot, 'docs/security/threats.md'), 'utf8')
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (who|---)/.test(line))
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.filter((line) => !/\| `(src|test)\/[^`]+` \|$/.test(line.trimEnd()))).toEqual([])
})

test('a test that is not there is found', () => {
  expect(missing('by `src/kernel/nowhere/test/none.test.ts`')).toHaveLength(1)
})
