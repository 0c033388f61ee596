import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { actor, isSystem } from '#kernel/access'
import { currentTenantId, db } from '#kernel/db'
import { Conflict, Interrupted } from '#kernel/errors'
import { inLanguage, language } from '#kernel/i18n'
import {
  addTasks,
  enqueue,
  failedJobs,
  hasten,
  letBe,
  reasonInWords,
  sendAgain,
  task,
  waitingJobs,
} from '../index.ts'
import { tenant } from '#kernel/tenancy'

interface Done {
  word: string
  tenant: string
  slug: string
  who: string | null
  system: boolean
  language: string
}

let authority: TestAuthority
let done: Done[]

/** What the next job throws, as often as it is tried. */
let thrown: Error | undefined
/** What was written of jobs that were given up. */
let givenUp: string[]

const note = task('test.note', z.object({ word: z.string() }), work, {
  failed: async ({ word }, reason) => {
    givenUp.push(`${word}: ${reasonInWords(reason)}`)
  },
})

async function work({ word }: { word: string }): Promise<void> {
  if (word === 'fail') throw new Error('The job failed on purpose')
  if (thrown) throw thrown
  done.push({
    word,
    tenant: currentTenantId(),
    slug: tenant().slug,
    who: actor().id,
    system: isSystem(),
    language: language(),
  })
}

beforeAll(async () => {
  addTasks([note])
  authority = await givenAuthority()
})

beforeEach(() => {
  done = []
  givenUp = []
  thrown = undefined
})

/** The jobs of the test that wait, as the queue knows them. */
async function waiting(): Promise<{ attempts: number; last_error: string | null }[]> {
  const { database } = await ground()
  const { rows } = await database.owner.query(
    `select attempts, last_error from graphile_worker.jobs where task_identifier = 'test.note'`,
  )
  return rows
}

describe('a job', () => {
  test('runs for the authority, the person and the language of who sent it', async () => {
    const person = await authority.person({ roles: ['agent'] })
    await inLanguage('en', () => authority.as(person, () => enqueue(note, { word: 'theirs' })))
    await authority.asSystem(() => enqueue(note, { word: 'ours' }))
    const other = await givenAuthority()
    await other.asSystem(() => enqueue(note, { word: 'others' }))
    await authority.drain()
    const at = (on: TestAuthority) => ({ tenant: on.tenant.id, slug: on.tenant.slug })
    const house = { who: null, system: true, language: 'fr' }
    expect(done.toSorted((a, b) => a.word.localeCompare(b.word))).toEqual([
      { word: 'others', ...at(other), ...house },
      { word: 'ours', ...at(authority), ...house },
      { word: 'theirs', ...at(authority), who: person.id, system: false, language: 'en' },
    ])
  })

  test('of a transaction that is undone is never sent', async () => {
    const undone = authority.asSystem(async () => {
      await enqueue(note, { word: 'never' })
      throw new Error('stop')
    })
    await expect(undone).rejects.toThrow('stop')
    await authority.drain()
    expect(done).toEqual([])
  })

  test('is not sent outside of a transaction, nor where no authority is set', async () => {
    await expect(enqueue(note, { word: 'never' })).rejects.toThrow('No transaction is open')
    const unset = authority.asSystem(async () => {
      await sql`select set_config('app.tenant', '', true)`.execute(db())
      await enqueue(note, { word: 'never' })
    })
    await expect(unset).rejects.toThrow('a job needs an authority')
    await authority.drain()
    expect(done).toEqual([])
  })

  test('reaches the queue by its door only', async () => {
    const direct = authority.asSystem(() =>
      sql`select graphile_worker.add_job('test.note', '{}')`.execute(db()),
    )
    await expect(direct).rejects.toThrow(/permission denied/)
  })

  test('with the same key waits once for one authority, with what was said last', async () => {
    const other = await givenAuthority()
    for (const [on, word] of [
      [authority, 'first'],
      [authority, 'last'],
      [other, 'theirs'],
    ] as const)
      await on.asSystem(() => enqueue(note, { word }, 'the same key'))
    await authority.drain()
    expect(done.map(({ word }) => word).toSorted()).toEqual(['last', 'theirs'])
  })

  test('that fails undoes what it wrote, stays in the queue with its reason and is tried again', async () => {
    const key = randomUUID()
    await authority.asSystem(() => enqueue(note, { word: 'fail' }, key))
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await authority.drain()
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
    expect(await waiting()).toEqual([
      { attempts: 1, last_error: expect.stringContaining('The job failed on purpose') },
    ])
    const { database } = await ground()
    await database.owner.query('select graphile_worker.remove_job($1)', [
      `${authority.tenant.id}:${key}`,
    ])
  })
})

/** Tries a job as often as told, without the time between; what the operator reads of it is no noise here. */
async function tried(times: number, word = 'word'): Promise<void> {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await authority.asSystem(() => enqueue(note, { word }))
  for (let time = 0; time < times; time++) {
    await authority.asSystem(hasten)
    await authority.drain()
  }
  log.mockRestore()
}

const failed = () => authority.asSystem(() => failedJobs())
const still = () => authority.asSystem(() => waitingJobs())

/** An error of the system, or of PostgreSQL. */
const coded = (code: string) => Object.assign(new Error(`${code}: /srv/data/files`), { code })

describe('a job that fails', () => {
  test('is tried for as long as what is in its way may pass, and never shown as given up (R11)', async () => {
    for (const code of ['ENOSPC', 'EACCES', 'ECONNREFUSED', '40P01', '57P01', '53100']) {
      thrown = coded(code)
      await tried(12)
      expect([code, await failed()]).toEqual([code, []])
      expect(await still()).toMatchObject([{ task: 'test.note', failures: 12, begun_at: null }])
      thrown = undefined
      await authority.asSystem(hasten)
      await authority.drain()
      expect([code, done.length, await still()]).toEqual([code, 1, []])
      done = []
    }
  })

  test('for a reason that a person can mend is given up at once, in the words of that reason', async () => {
    thrown = new Conflict('errors.forbidden')
    await tried(1)
    expect(givenUp).toEqual([expect.stringContaining('word: ')])
    expect(await failed()).toMatchObject([
      { task: 'test.note', reason: { key: 'errors.forbidden' } },
    ])
    expect(await still()).toEqual([])
    const [job] = await failed()
    await authority.asSystem(() => letBe(job?.id ?? ''))
    expect([await failed(), await still()]).toEqual([[], []])
  })

  test('because it was stopped from outside is tried once more before it is given up (R11)', async () => {
    thrown = new Interrupted('errors.forbidden')
    await tried(1)
    expect([await failed(), (await still()).length]).toEqual([[], 1])
    await authority.asSystem(hasten)
    await authority.drain()
    expect([(await failed()).length, await still()]).toEqual([1, []])
    const [job] = await failed()
    await authority.asSystem(() => letBe(job?.id ?? ''))
  })

  test('by a fault of ours is given up after three tries, and nothing of ours is told (R11)', async () => {
    thrown = new TypeError('undefined is not a function (/srv/app.js)')
    await tried(2)
    expect(await failed()).toEqual([])
    await authority.asSystem(hasten)
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await authority.drain()
    log.mockRestore()
    const [job] = await failed()
    expect(job?.reason).toEqual({ key: 'jobs.fault', params: { id: expect.any(String) } })
    expect(givenUp.join()).not.toContain('srv')
    thrown = undefined
    await authority.asSystem(() => sendAgain(job?.id ?? ''))
    await authority.drain()
    expect(done).toHaveLength(1)
    expect(await failed()).toEqual([])
  })

  test('and was given up is known to its authority alone', async () => {
    thrown = new Conflict('errors.forbidden')
    await tried(1)
    const [job] = await failed()
    const other = await givenAuthority()
    expect(await other.asSystem(() => failedJobs())).toEqual([])
    await expect(other.asSystem(() => sendAgain(job?.id ?? ''))).rejects.toThrow('errors.not_found')
    await authority.asSystem(() => letBe(job?.id ?? ''))
  })
})

test('a job that was done and comes again, its end unheard, does nothing more (R12)', async () => {
  const { database } = await ground()
  await authority.asSystem(() => enqueue(note, { word: 'once' }))
  const { rows } = await database.owner.query(
    'select payload from graphile_worker._private_jobs order by id desc limit 1',
  )
  await authority.drain()
  await database.owner.query(`select graphile_worker.add_job('test.note', payload := $1)`, [
    JSON.stringify(rows[0].payload),
  ])
  await authority.drain()
  expect(done.map(({ word }) => word)).toEqual(['once'])
})
