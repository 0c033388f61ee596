import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { atItsTime } from '#kernel/jobs'
import { beginDay } from '../begin-day.ts'
import { endOffice, giveOffice, type NewOffice, officesOf, officesOn } from '../office.ts'
import { mandataries } from '../people.ts'
import { todayHere } from '../period.ts'

const today = todayHere()
const [yesterday, tomorrow] = [today.subtract({ days: 1 }), today.add({ days: 1 })]

let authority: TestAuthority
beforeAll(async () => {
  authority = await givenAuthority()
})

const until = { valid_from: yesterday, valid_to: tomorrow }
const give = (fresh: NewOffice) => authority.asSystem(() => giveOffice(fresh))
const refusal = async (fresh: NewOffice) => {
  const thrown = await give(fresh).catch((problem: unknown) => problem)
  expect(thrown).toBeInstanceOf(Invalid)
  return (thrown as Invalid).fields
}
/** What they bear when they come in, which is when they ask for a page. */
const bears = async ({ id }: TestPerson) => (await authority.signIn(id)).actor.principals

describe('a role', () => {
  test('is borne on its days, the first and the last among them', async () => {
    const person = await authority.person()
    const of = { kind: 'role', personId: person.id } as const
    await give({ ...of, what: 'mayor', valid_from: today, valid_to: tomorrow })
    await give({ ...of, what: 'councillor', valid_from: tomorrow })
    await give({ ...of, what: 'agent', valid_from: yesterday, valid_to: today })
    expect(await bears(person)).toEqual(['role:mayor', `user:${person.id}`])
  })

  test('ends with its last day in the sessions that are open, whatever the timer does', async () => {
    const person = await authority.person()
    await give({ kind: 'role', personId: person.id, what: 'administrator', ...until })
    expect((await person.visitor.get('/settings')).status).toBe(200)
    await aDayPasses(person)
    expect((await person.visitor.get('/settings')).status).toBe(403)
  })

  test('is taken from who does not come in as the day begins', async () => {
    const person = await authority.person()
    await give({ kind: 'role', personId: person.id, what: 'mayor', ...until })
    await aDayPasses(person)
    const { database } = await ground()
    await atItsTime(database, beginDay)
    await authority.drain()
    const { principals } = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.account')
        .select('principals')
        .where('id', '=', person.id)
        .executeTakeFirstOrThrow(),
    )
    expect(principals).toEqual([`user:${person.id}`])
  })

  test('is given to who does not come in as its first day begins', async () => {
    const person = await authority.person()
    await give({ kind: 'role', personId: person.id, what: 'mayor', valid_from: tomorrow })
    await authority.asSystem(() =>
      sql`update commons.role_grant set valid_from = valid_from - 1 where person_id = ${person.id}`.execute(
        db(),
      ),
    )
    await atItsTime((await ground()).database, beginDay)
    await authority.drain()
    const { principals } = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.account')
        .select('principals')
        .where('id', '=', person.id)
        .executeTakeFirstOrThrow(),
    )
    expect(principals).toContain('role:mayor')
  })

  test('is held once on a day: a second time is refused, in the database too', async () => {
    const { id } = await authority.person()
    const mayor = { kind: 'role', personId: id, what: 'mayor' } as const
    await give({ ...mayor, valid_from: today, valid_to: tomorrow })
    await give({ ...mayor, valid_from: tomorrow })
    expect(await refusal({ ...mayor, valid_from: yesterday })).toEqual({
      valid_from: ['Cette personne l’a déjà à l’un de ces jours.'],
    })
    const past = authority.asSystem(() =>
      sql`insert into commons.role_grant (person_id, role) values (${id}, 'mayor')`.execute(db()),
    )
    await expect(past).rejects.toThrow('role_grant_once')
  })

  test('has its days in order', async () => {
    const { id } = await authority.person()
    const wrong = { kind: 'role', personId: id, what: 'mayor', valid_from: today } as const
    expect(await refusal({ ...wrong, valid_to: yesterday })).toHaveProperty('valid_to')
    expect(await refusal({ ...wrong, valid_to: today })).toHaveProperty('valid_to')
  })

  test('that is taken back before it began was never there', async () => {
    const person = await authority.person()
    const id = await give({
      kind: 'role',
      personId: person.id,
      what: 'mayor',
      valid_from: tomorrow,
    })
    await authority.asSystem(() => endOffice({ kind: 'role', id, person_id: person.id }, today))
    expect(await authority.asSystem(() => officesOf([person.id]))).toEqual([])
  })
})

/** As if the night had passed: what ends tomorrow ended today, and what they bear was reckoned yesterday. */
const aDayPasses = ({ id }: TestPerson) =>
  authority.asSystem(async () => {
    await sql`update commons.role_grant set valid_to = valid_to - 1 where person_id = ${id}`.execute(
      db(),
    )
    await sql`update kernel.account set principals_on = principals_on - 1 where id = ${id}`.execute(
      db(),
    )
  })

describe('in the place of somebody', () => {
  test('one who acts (f.f.) bears what the function gives, for its days, and is called so', async () => {
    const [head, deputy] = [await authority.person(), await authority.person()]
    const works = await authority.service('Travaux')
    const acting = { held: 'acting', forId: head.id, personId: deputy.id } as const
    await give({ ...acting, kind: 'role', what: 'director_general', valid_to: tomorrow })
    await give({ ...acting, kind: 'function', what: 'head', serviceId: works, valid_from: today })
    await give({ ...acting, kind: 'mandate', what: 'Directeur général', valid_from: today })
    expect(await bears(deputy)).toEqual(
      expect.arrayContaining(['role:director_general', `service:${works}:head`]),
    )
    const [held] = await authority.asSystem(() => mandataries(today))
    expect(held?.title).toBe('Directeur général f.f.')
  })

  test('what is handed on holds as long as its holder has it', async () => {
    const [holder, deputy] = [await authority.person(), await authority.person()]
    const id = await give({ kind: 'role', personId: holder.id, what: 'mayor' })
    const handed = {
      kind: 'role',
      personId: deputy.id,
      held: 'delegated',
      forId: holder.id,
    } as const
    await give({ ...handed, what: 'mayor' })
    expect(await bears(deputy)).toContain('role:mayor')
    expect(await refusal({ ...handed, what: 'councillor' })).toHaveProperty('for_id')
    await authority.asSystem(() => endOffice({ kind: 'role', id, person_id: holder.id }, today))
    expect(await bears(deputy)).not.toContain('role:mayor')
  })

  test('nobody stands in for themselves', async () => {
    const { id } = await authority.person()
    const own = { kind: 'role', personId: id, what: 'mayor', held: 'acting', forId: id } as const
    expect(await refusal(own)).toHaveProperty('for_id')
  })
})

test('who was who on a day can be asked, several functions at once among it', async () => {
  const town = await givenAuthority()
  const works = await town.service('Travaux')
  const { id } = await town.person({ roles: ['agent'], in: works, as: 'head' })
  const started = Temporal.PlainDate.from('2020-01-01')
  await town.asSystem(() =>
    giveOffice({ kind: 'role', personId: id, what: 'mayor', valid_from: started, valid_to: today }),
  )
  const on = async (day: Temporal.PlainDate) =>
    (await town.asSystem(() => officesOn(day))).map(({ what }) => what).toSorted()
  expect(await on(started.subtract({ days: 1 }))).toEqual(['agent', 'head'])
  expect(await on(started)).toEqual(['agent', 'head', 'mayor'])
  expect(await on(today)).toEqual(['agent', 'head'])
})
