import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { projectRoot } from '#kernel/config'
import { type Publisher, publishers } from '#commons/publication'
import { ground } from '#test/harness'
import { isOfTheHouse } from './house.ts'

const page = 'test/architecture/old-copies.json'

/** A copy of each publisher as it was first published, by its name: a line of it is never changed. */
const first = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readFileSync(join(projectRoot, page), 'utf8')))

/** Why a publisher would answer 500 for what it published at first. */
function unread({ name, content }: Pick<Publisher, 'name' | 'content'>): string[] {
  if (!(name in first)) return [`${name} has no copy in ${page}: add one as it is published now`]
  const { error } = content.safeParse(first[name])
  return (error?.issues ?? []).map(
    ({ path, message }) =>
      `${name} reads its first copies no more (${path.join('.')}: ${message}): what is added to a public copy is optional`,
  )
}

test('each publisher reads its first copies, which are kept for ever', async () => {
  await ground()
  const all = publishers.every().filter(({ name }) => isOfTheHouse(name))
  expect(all.flatMap(unread)).toEqual([])
  expect(all.map(({ name }) => name).toSorted()).toEqual(Object.keys(first).toSorted())
})

test('a required field that is added is found, and so is a publisher without a copy', () => {
  const [name = ''] = Object.keys(first)
  expect(unread({ name, content: z.looseObject({ added: z.string() }) })).toEqual([
    expect.stringMatching(/\(added: .*\): what is added to a public copy is optional$/),
  ])
  const content = z.strictObject({})
  expect(unread({ name: 'permits.permit', content })).toEqual([
    expect.stringMatching(/has no copy/),
  ])
})
