import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { spokenDay, today } from '#commons/clock'
import { date, service, text } from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { kinds, read } from '#commons/dossiers'
import { fill } from '#kernel/module'
import { noticeWords } from '#commons/notifications'
import { enforce, workflow } from '#commons/workflow'
import { remindAhead } from '../index.ts'

const messages = {
  'lease.name': '[name]',
  'lease.label': '[label]',
  'lease.ends': 'Prend fin le {day}',
}
addCatalogue('test', { fr: messages, en: messages })
const label = 'test.lease.label' as MessageKey // Said above.

const leaseFields = {
  title: text(80, { label }),
  service_id: service({ label }, []),
  ends_on: date({ label }),
}
const flow = workflow('test.lease', {
  initial: 'running',
  states: { running: { edits: ['author'] }, over: { final: true } },
  transitions: { finish: { from: ['running'], to: 'over', who: ['author'] } },
})
const leases = plainKind(leaseFields, flow, {
  path: '/test/leases',
  readers: ({ service_id }) => [`service:${service_id}`],
})
const record = plainVerbs(leases, leaseFields, flow)
const { timer, notice } = remindAhead(leases, {
  ...{ day: 'ends_on', ahead: 3, in: ['running'], to: ['author'] },
  words: 'test.lease.ends' as MessageKey, // Said above.
})

let authority: TestAuthority
let works: string
let clerk: TestPerson
beforeAll(async () => {
  const { database } = await ground()
  await database.owner.query(`
    drop schema if exists test cascade;
    create schema test;
    grant usage on schema test to beffroi_app;
    create table test.lease (
      tenant_id uuid not null, id uuid not null, ends_on date not null,
      primary key (tenant_id, id), foreign key (tenant_id, id) references commons.dossier
    );
    select kernel.isolate('test.lease');`)
  for (const one of [fill(kinds, leases), fill(noticeWords, notice)]) one.place()
  authority = await givenAuthority()
  works = await authority.service('Travaux')
  clerk = await authority.person({ in: works })
})
afterAll(async () => {
  const { database } = await ground()
  await database.owner.query('drop schema test cascade')
})

const morning = () => authority.asSystem(() => timer.task.run({}))
const lease = async (days: number) => {
  const given = { title: 'Un bail', service_id: works, ends_on: today().add({ days }) }
  return (await authority.as(clerk.actor, () => record.write(given))).id
}
const told = async (id: string) =>
  (await clerk.visitor.api('GET', '/notices'))
    .json<{ notices: { dossier_id: string; words: string; others: number }[] }>()
    .notices.filter(({ dossier_id }) => dossier_id === id)
    .map(({ words, others }) => [words, others])

test('whom it concerns is reminded some days before, once for each day that it is', async () => {
  const [far, near, past] = [await lease(4), await lease(3), await lease(-1)]
  await morning()
  await morning()
  const day = today().add({ days: 3 })
  expect(await told(near)).toEqual([[`Prend fin le ${spokenDay(day)}`, 0]])
  expect([await told(far), await told(past)]).toEqual([[], []])
  await authority.as(clerk.actor, async () =>
    record.rewrite(await read(leases, near), { ends_on: today().add({ days: 1 }) }),
  )
  await morning()
  expect(await told(near)).toEqual([[`Prend fin le ${spokenDay(today().add({ days: 1 }))}`, 1]])
})

test('of one that is in another state nobody is', async () => {
  const over = await lease(1)
  await authority.asSystem(async () => enforce(leases, flow, await read(leases, over), 'finish'))
  await morning()
  expect(await told(over)).toEqual([])
})
