import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { actor, isSystem } from '#kernel/access'
import { currentTenantId, db } from '#kernel/db'
import { inLanguage, language } from '#kernel/i18n'
import { addTasks, enqueue, task } from '../index.ts'
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

const note = task('test.note', z.object({ word: z.string() }), async ({ word }) => {
  if (word === 'fail') throw new Error('The job failed on purpose')
  done.push({
    word,
    tenant: currentTenantId(),
    slug: tenant().slug,
    who: actor().id,
    system: isSystem(),
    language: language(),
  })
})

beforeAll(async () => {
  addTasks([note])
  authority = await givenAuthority()
})

beforeEach(() => {
  done = []
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
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
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
