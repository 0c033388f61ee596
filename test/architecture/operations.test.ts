import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ground } from '#test/harness'
import { Environment, projectRoot } from '#kernel/config'
import { metricsText } from '#kernel/metrics'
import { commandNames } from '../../src/command/run.ts'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const pages = [
  ...globSync('docs/operations/*.md', { cwd: projectRoot }),
  'deploy/beffroi-backup.service',
].map((path) => ({ path, text: read(path) }))

/** Commands that a page asks for, which the house does not know. */
const unknownCommands = (text: string, known: readonly string[]) =>
  [...text.matchAll(/bin\/beffroi ([a-z][a-z0-9-]*)(?: ([a-z][a-z0-9-]*))?/g)]
    .filter(([, one = '', two = '']) => !known.includes(one) && !known.includes(`${one} ${two}`))
    .map(([said]) => said)

test('each command in the pages of operation is one of the house', () => {
  expect(pages.flatMap(({ text }) => unknownCommands(text, commandNames))).toEqual([])
  expect(unknownCommands('bin/beffroi mend all', commandNames)).toEqual(['bin/beffroi mend all'])
})

test('each script of npm in them is there, and each setting that they and the packages name', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const all = pages.map(({ text }) => text).join('\n')
  const asked = [...all.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
  expect(asked.filter((name) => !(name in scripts))).toEqual([])
  const packaged = [read('compose.yml'), read('Dockerfile'), ...pages.map(({ text }) => text)]
  const settings = packaged
    .join('\n')
    .matchAll(/\b((?:FILES|QUOTA|SMTP|MAIL|DATA|SECRETS|OUTGOING|METRICS)_[A-Z0-9_]*[A-Z0-9])\b/g)
  const unknown = [...settings]
    .map(([, name = '']) => name)
    .filter((name) => !(name in Environment.shape) && !/^(FILES_S3|QUOTA)$/.test(name))
  expect(unknown).toEqual([])
})

test('each figure that an alert asks for is told, and each alert leads to a page', async () => {
  const { database } = await ground()
  const told = await metricsText(database, true, projectRoot)
  const known = new Set([...told.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
  const rules = read('docs/operations/alerts.yml')
  const asked = [...rules.matchAll(/\b(?:beffroi|process)_\w+/g)].map(([name]) => name)
  expect(asked.filter((name) => !known.has(name.replace(/_bucket$/, '')))).toEqual([])
  const incidents = read('docs/operations/incidents.md')
  const anchors = new Set(
    [...incidents.matchAll(/^## (.*)$/gm)].map(([, head = '']) =>
      head
        .toLowerCase()
        .replaceAll(/[^\w ]/g, '')
        .replaceAll(' ', '-'),
    ),
  )
  const led = [...rules.matchAll(/incidents\.md#([\w-]+)/g)].map(([, anchor = '']) => anchor)
  expect(led.filter((anchor) => !anchors.has(anchor))).toEqual([])
  const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name)
  const named = [...incidents.matchAll(/`(Beffroi\w+)`/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !alerts.includes(name))).toEqual([])
})
