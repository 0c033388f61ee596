import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { isSystem } from '#kernel/access'
import { language } from '#kernel/i18n'
import { offerLanguages, tenant } from '#kernel/tenancy'
import { addTasks, addTimers, atItsTime, startWorker, task } from '../index.ts'
import { timerItems } from '../timers.ts'

let french: TestAuthority
let german: TestAuthority
let done: { slug: string; language: string; system: boolean }[]

const sweep = {
  at: '0 3 * * *',
  task: task('test.sweep', z.object({}), async () => {
    done.push({ slug: tenant().slug, language: language(), system: isSystem() })
  }),
}

beforeAll(async () => {
  addTasks([sweep.task])
  addTimers([sweep])
  ;[french, german] = [await givenAuthority(), await givenAuthority()]
  await offerLanguages((await ground()).database, german.tenant, ['de'])
})

beforeEach(() => {
  done = []
})

test('at its time the house does it for every authority, in the language of each', async () => {
  await atItsTime((await ground()).database, sweep)
  await french.drain()
  const own = (of: TestAuthority) => done.filter(({ slug }) => slug === of.tenant.slug)
  expect(own(french)).toEqual([{ slug: french.tenant.slug, language: 'fr', system: true }])
  expect(own(german)).toEqual([{ slug: german.tenant.slug, language: 'de', system: true }])
})

test('a time that comes while the work of the last one still waits does not double it', async () => {
  const { database } = await ground()
  await atItsTime(database, sweep)
  await atItsTime(database, sweep)
  await french.drain()
  expect(done.filter(({ slug }) => slug === french.tenant.slug)).toHaveLength(1)
})

test('the queue watches over it under the name of its task, and makes up for a night away', () => {
  expect(timerItems()).toContainEqual(
    expect.objectContaining({
      match: '0 3 * * *',
      identifier: 'test.sweep',
      options: { backfillPeriod: 86_400_000 },
    }),
  )
})

test('the queue reads what it noted of a timer when it starts again', async () => {
  const { database, gate } = await ground()
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  for (let time = 1; time <= 2; time++) {
    const worker = startWorker(database, gate)
    await vi.waitUntil(() => worker.state() === 'running')
    await worker.stop()
  }
  const { rows } = await database.queue.query(
    'select known_since from graphile_worker._private_known_crontabs',
  )
  expect(rows.every(({ known_since }) => known_since instanceof Date)).toBe(true)
  expect(log).not.toHaveBeenCalled()
  log.mockRestore()
})
