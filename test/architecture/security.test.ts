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

/** The lines of the table of requirements: which, and how each stands. */
const requirements = (text: string) =>
  [...text.matchAll(/^\| V(\d+\.\d+\.\d+) \|[^|]*\| ([^|]*) \|$/gm)].map(
    ([, id = '', state = '']) => ({ id, state }),
  )

const wrongIn = (text: string) =>
  requirements(text)
    .filter(
      ({ state }) =>
        !/^held by `(src|test)\/[^`]+\.test\.tsx?`/.test(state) &&
        !/^written in `docs\/[^`]+`/.test(state) &&
        !/^(open|none): ./.test(state),
    )
    .map(({ id }) => id)

/** Of levels 1 and 2, by chapter: ASVS 5.0.0. */
const ofChapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

test('each requirement of ASVS 5.0, level 2, has one line: held by a test, written in a page, of nothing here, or open', () => {
  const text = readFileSync(join(projectRoot, 'docs/security/asvs.md'), 'utf8')
  const ids = requirements(text).map(({ id }) => id)
  const counted = ofChapters.map((_, at) => ids.filter((id) => id.startsWith(`${at + 1}.`)).length)
  expect(counted).toEqual(ofChapters)
  expect(new Set(ids).size).toBe(ids.length)
  expect(wrongIn(text)).toEqual([])
  const named = [...text.matchAll(/`(docs\/[^`]+)`/g)].map(([, path = '']) => path)
  expect(named.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([])
})

test('a requirement that says it is held, and names no test, is found', () => {
  expect(wrongIn('| V1.1.1 | words | held by care |')).toEqual(['1.1.1'])
})

test('a test that is not there is found', () => {
  expect(missing('by `src/kernel/nowhere/test/none.test.ts`')).toHaveLength(1)
})

/** What is kept in a browser beyond the page, and where: nothing that names somebody outlives the session (ASVS 14.3.3). */
const keepsInBrowser = ['src/kernel/ui/islands/kept-acts.ts', 'src/modules/live/islands/kept.ts']

test('pages keep in browsers what has not been sent yet, and the keys of a secret ballot, no more', () => {
  const keeping = globSync('src/**/*.{ts,tsx}', { cwd: projectRoot }).filter((path) =>
    /\b(?:localStorage|sessionStorage|indexedDB|caches\.open)\b/.test(
      readFileSync(join(projectRoot, path), 'utf8'),
    ),
  )
  expect(keeping.toSorted()).toEqual(keepsInBrowser)
})
