import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground } from '#test/harness'
import { tenant } from '#kernel/tenancy'
import { addTasks, enqueue, task } from '../index.ts'

const begun: string[] = []
const work = task('test.turns', z.object({ word: z.string() }), async ({ word }) => {
  begun.push(`${tenant().slug} ${word}`)
})

beforeAll(async () => {
  await ground()
  addTasks([work])
})
afterAll(() => {
  begun.length = 0
})

test('the jobs of a quiet authority go between those of a loud one, which all are done (R4)', async () => {
  const loud = await givenAuthority()
  const quiet = await givenAuthority()
  const send = (from: typeof loud, word: string) => from.asSystem(() => enqueue(work, { word }))
  for (let count = 1; count <= 20; count++) await send(loud, String(count))
  await send(quiet, 'first')
  await send(quiet, 'second')
  await loud.drain()
  const turnOf = (of: typeof loud, word: string) => begun.indexOf(`${of.tenant.slug} ${word}`)
  expect(begun).toHaveLength(22)
  expect(turnOf(quiet, 'first')).toBeLessThanOrEqual(2)
  expect(turnOf(quiet, 'second')).toBeLessThanOrEqual(4)
  expect(turnOf(loud, '20')).toBe(21)
})
