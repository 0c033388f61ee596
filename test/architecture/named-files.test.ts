import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { help } from '../../src/command/help.ts'
import { commandNames } from '../../src/command/run.ts'

interface Page {
  path: string
  text: string
}

const pages: Page[] = execFileSync('git', ['ls-files', '*.md'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }))

const isThere = (path: string, file: string) =>
  existsSync(join(projectRoot, dirname(path), file)) || existsSync(join(projectRoot, file))

/** Files that a page leads to, which are not there. */
const lostLinks = ({ path, text }: Page) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to.replace(/#.*/, ''))
    .filter((to) => to !== '' && !/^(https?|mailto):/.test(to))
    .filter((to) => !existsSync(join(projectRoot, dirname(path), to)))

/** Files that a page names in its words, which are not there; not those with a place to fill. */
const lostFiles = ({ path, text }: Page) =>
  [...text.matchAll(/(?<![\w/.-])(?:src|test|bin|docs|deploy|bench|db|\.ci)\/[\w./@*<>{}…-]*/g)]
    .map(([said]) => said.replace(/\.$/, ''))
    .filter((file) => !/[*<>{}…]/.test(file) && !isThere(path, file))

const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .map((file) => `/${file}`)

/** Files of code that the README of a folder names, which are not in it nor below it; those with a path, which are nowhere. */
const lostCode = ({ path, text }: Page) =>
  [...text.matchAll(/`([\w*./-]+\.tsx?)`/g)]
    .map(([, said = '']) => said)
    .filter((said) => {
      const folder = said.includes('/') ? '/' : `/${dirname(path)}/`
      return !files.some((file) => file.startsWith(folder) && matchesGlob(file, `**/${said}`))
    })

/** Of the trade of permits, which is an example; and of decisions, which tell of their day. */
const told = /^src\/modules\/permits\/|^db\/schema\.sql$/

test('each file that a page leads to or names is there', () => {
  const lost = pages.flatMap((page) =>
    [...lostLinks(page), ...lostFiles(page)]
      .filter((file) => !told.test(file))
      .map((file) => `${page.path} ${file}`),
  )
  expect(lost).toEqual([])
  const planted = { path: 'docs/x.md', text: '[a](gone.md#b), `src/kernel/gone.ts`, [b](words.md)' }
  expect([lostLinks(planted), lostFiles(planted)]).toEqual([['gone.md'], ['src/kernel/gone.ts']])
})

test('each file of code that the README of a folder names stands in it, or is named with its path', () => {
  const readmes = pages.filter(({ path }) => /^(src|test|bench)\/.*README\.md$/.test(path))
  const lost = readmes.flatMap((page) => lostCode(page).map((file) => `${page.path} ${file}`))
  expect(lost).toEqual([])
  const text = '`content.ts`, `copies/content.ts`, `pages/*.tsx`, `copies/gone.ts`, `rule.ts`'
  expect(lostCode({ path: 'src/modules/publications/README.md', text })).toEqual([
    'content.ts',
    'copies/gone.ts',
  ])
})

/** What the help says of a command: from its lines to the next that begins another. */
function helpOf(words: string): string {
  const parts = help.split(/\n\n(?=beffroi )/)
  return parts.filter((part) => part.includes(`beffroi ${words}`)).join('\n')
}

/** Commands of the house in a text that it does not know, and options of them that their help does not tell. */
function unknownCalls({ text }: Pick<Page, 'text'>): string[] {
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n')
  return lines.flatMap((line) =>
    [...line.matchAll(/bin\/beffroi ([a-z][a-z0-9-]*)(?: ([a-z][a-z0-9-]*))?([^`]*)/g)].flatMap(
      ([said, one = '', two = '', rest = '']) => {
        const name = [`${one} ${two}`, one].find((each) => commandNames.includes(each))
        const isFamily = two === '' && commandNames.some((each) => each.startsWith(`${one} `))
        if (!name) return isFamily ? [] : [said]
        const options = [...(rest.split(/&&|;|#| \| /)[0]?.matchAll(/ (--[a-z][a-z-]*)/g) ?? [])]
        const known = helpOf(name)
        return options.flatMap(([, option = '']) =>
          known.includes(option) ? [] : [`${name} ${option}`],
        )
      },
    ),
  )
}

test('each command of the house in a page is one, with options that its help tells', () => {
  const scripts = Object.keys(
    JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).scripts,
  )
  const wrong = pages.flatMap(({ path, text }) => [
    ...unknownCalls({ text }).map((call) => `${path} ${call}`),
    ...[...text.matchAll(/npm run ([a-z:]+)/g)].flatMap(([said, name = '']) =>
      scripts.includes(name) ? [] : [`${path} ${said}`],
    ),
  ])
  expect(wrong).toEqual([])
  expect(unknownCalls({ text: 'bin/beffroi mend it\nbin/beffroi files move --into s3' })).toEqual([
    'bin/beffroi mend it',
    'files move --into',
  ])
})
