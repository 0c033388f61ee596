import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { Conflict } from '#kernel/errors'
import { storeFile, sweepFiles } from '#kernel/files'
import { forget } from '#kernel/tenancy'
import { atItsTime, enqueue } from '#kernel/jobs'
import { deliver, send } from '#kernel/mail'
import { type Quotas, setQuotas, useOfAll } from '#kernel/quotas'
import { quotas } from '../index.ts'

let authority: TestAuthority

beforeEach(async () => {
  authority = await givenAuthority()
})
afterEach(async () => {
  await allow({}, ['requests', 'files', 'jobs', 'mails', 'people'])
})

async function allow(changed: Quotas, usual: Parameters<typeof setQuotas>[3] = []) {
  const { database } = await ground()
  await setQuotas(database, authority.tenant, changed, usual)
  forget(authority.tenant.id)
}

async function used(): Promise<Record<string, number>> {
  const { database } = await ground()
  const all = await useOfAll(database)
  const own = all.find(({ slug }) => slug === authority.tenant.slug)
  return Object.fromEntries((own?.uses ?? []).map((use) => [use.name, use.used]))
}

const bytes = (count: number) => new Uint8Array(count).map(() => Math.random() * 256)
const keep = (count: number) => authority.asSystem(() => storeFile(bytes(count)))
const write = () =>
  authority.asSystem(() => send({ to: { address: 'a@commune.be' }, subject: 'A', text: 'B' }))

const outcomes = async (acts: readonly Promise<unknown>[]) => {
  const settled = await Promise.allSettled(acts)
  return {
    done: settled.filter(({ status }) => status === 'fulfilled').length,
    refused: settled.filter((one) => one.status === 'rejected' && one.reason instanceof Conflict)
      .length,
  }
}

describe('what an authority may use', () => {
  test('of room for files is kept exactly by acts at once, told at the act, and free again once erased', async () => {
    await allow({ files: 5000 })
    const acts = Array.from({ length: 8 }, () => keep(1000))
    expect(await outcomes(acts)).toEqual({ done: 5, refused: 3 })
    expect(await used()).toMatchObject({ files: 5000 })
    await expect(keep(1)).rejects.toThrow(Conflict)
    await authority.asSystem(() => sweepFiles(Temporal.Now.instant().add({ hours: 25 })))
    expect(await used()).toMatchObject({ files: 0 })
    await keep(5000)
  })

  test('of messages in a day and of jobs that wait is kept exactly by acts at once', async () => {
    await allow({ mails: 3 })
    expect(await outcomes([write(), write(), write(), write(), write()])).toEqual({
      ...{ done: 3, refused: 2 },
    })
    await authority.drain()
    await allow({ jobs: 4 })
    const id = '00000000-0000-4000-8000-000000000000'
    const job = () => authority.asSystem(() => enqueue(deliver, { id }))
    expect(await outcomes(Array.from({ length: 6 }, job))).toEqual({ done: 4, refused: 2 })
    await authority.drain()
    await job()
    await authority.drain()
  })

  test('of people counts accounts that let somebody in', async () => {
    const { people = 0 } = await used()
    await allow({ people: people + 1 })
    await authority.person()
    await expect(authority.person()).rejects.toThrow(Conflict)
    expect(await used()).toMatchObject({ people: people + 1 })
  })

  test('of requests in a minute is told as too many; others are not held up', async () => {
    const visitor = authority.visitor()
    await visitor.get('/sign-in')
    await allow({ requests: 2 })
    const answers = [await visitor.get('/sign-in'), await visitor.get('/sign-in')]
    const last = answers.at(-1)
    expect([last?.status, last?.headers.get('retry-after')]).toEqual([429, '60'])
    const other = await givenAuthority()
    expect((await other.visitor().get('/sign-in')).status).toBe(200)
  })
})

test('an administrator sees what is used, is told once at 80 %, and nobody else reads it', async () => {
  const administrator = await authority.person({ roles: ['administrator'] })
  const agent = await authority.person()
  await keep(850)
  await allow({ files: 1000 })
  const page = await administrator.visitor.get('/use')
  expect(page.text).toContain('Espace des fichiers\u00A0: plus de 80\u00A0% sont utilisés.')
  const { uses } = (await administrator.visitor.api('GET', '/use')).json() as {
    uses: { name: string }[]
  }
  expect(uses).toContainEqual({ name: 'files', used: 850, most: 1000 })
  expect((await agent.visitor.get('/use')).status).toBe(403)
  const { database } = await ground()
  const hourly = [...(quotas.timers ?? []), ...(quotas.timers ?? [])]
  for (const timer of hourly) {
    await atItsTime(database, timer)
    await authority.drain()
  }
  const told = (await administrator.visitor.get('/notices')).text
  expect(told.split('plus de 80\u00A0% sont utilisés').length - 1).toBe(1)
})
