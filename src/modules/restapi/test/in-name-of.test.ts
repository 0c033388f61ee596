import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { TestPerson } from '#test/harness'
import { givenItem, type Town } from '../../deliberations/test/council.ts'
import {
  annex,
  type Client,
  givenClient,
  givenMail,
  idOf,
  loginOf,
  refusedBy,
  type sentTo,
  uid,
} from './client.ts'

let town: Town
let administrator: TestPerson
/** Software for letters: it writes points for the works. */
let mail: Client
/** The same, which may act in the name of people. */
let deputy: Client
let point: ReturnType<typeof sentTo>

beforeAll(async () => {
  ;({ town, administrator, mail, point } = await givenMail())
  deputy = await givenClient(town, administrator, {
    roles: ['agent', 'stand_in'],
    services: [],
    function: 'observer',
  })
})

describe('in_name_of', () => {
  test('acts as somebody, as far as the program was given: history names both, and it is audited (G02)', async () => {
    const who = await loginOf(town, town.agent)
    const { body, status } = await deputy.post('/@item', point({ in_name_of: who }))
    expect([body['@warnings'], status]).toEqual([[], 201])
    const lines = await town.authority.asSystem(async () => {
      const { rows } = await sql<{ created_by: string; actor_name: string; audited: number }>`
        select d.created_by, e.actor_name,
          (select count(*)::int from kernel.audit where action = 'in_name_of' and subject like ${`${who} %`}) as audited
        from commons.dossier d join kernel.event e on e.subject_id = d.id and e.type = 'deliberations.item.create'
        where d.id = ${idOf(body.UID)}`.execute(db())
      return rows
    })
    expect(lines).toEqual([
      {
        created_by: town.agent.id,
        actor_name: expect.stringContaining(`(par programme ${deputy.program.name})`),
        audited: 1,
      },
    ])
    // In its own name it writes for no service.
    await refusedBy(deputy, () => deputy.post('/@item', point({})), 403)
  })

  test('finds what they see, and nothing else', async () => {
    const item = await givenItem(town, { title: 'Une ruche' }, 'created')
    const asked = (who: string) => deputy.get(`/@get?UID=${uid(item)}&in_name_of=${who}`)
    expect((await asked(await loginOf(town, town.agent))).body.title).toBe('Une ruche')
    expect((await asked(await loginOf(town, town.accountant))).status).toBe(404)
    expect((await deputy.get(`/@get?UID=${uid(item)}`)).status).toBe(404)
  })

  test('is refused to a program that may not (401), of nobody (400), and never does what a person does', async () => {
    const who = await loginOf(town, town.agent)
    const not = await mail.post('/@item', point({ in_name_of: who }))
    expect([not.status, not.body.type]).toEqual([401, 'Unauthorized'])
    expect((await deputy.get(`/@search?config_id=*&in_name_of=personne`)).status).toBe(400)
    expect((await deputy.get(`/@search?config_id=*&in_name_of=`)).status).toBe(400)
    const twice = await deputy.get(`/@search?config_id=*&in_name_of=a&in_name_of=b`)
    expect([twice.status, JSON.stringify(twice.body)]).toEqual([
      400,
      expect.stringContaining('in_name_of'),
    ])
    const sent = point({
      in_name_of: await loginOf(town, town.head),
      wf_transitions: ['propose', 'prevalidate'],
    })
    const { body } = await deputy.post('/@item', sent)
    expect(body.review_state).toBe('proposed')
    expect(body['@warnings'].join()).toMatch(/prevalidate/)
  })

  test('does no more than the scopes of the program, whoever is named', async () => {
    const reader = await givenClient(town, administrator, {
      scopes: ['restapi:read', 'deliberations:read'],
      roles: ['stand_in'],
    })
    const sent = point({ in_name_of: await loginOf(town, town.agent) })
    expect((await reader.post('/@item', sent)).status).toBe(403)
  })
})

describe('@users', () => {
  test('tell a program of itself, and of others where it may act in their name', async () => {
    const own = await mail.get(
      `/@users/${encodeURIComponent(mail.program.name)}?extra_include=configs`,
    )
    expect(own.body).toMatchObject({ id: mail.program.name, username: mail.program.name })
    expect(own.body.extra_include_configs).toHaveLength(2)
    const who = await loginOf(town, town.agent)
    expect((await mail.get(`/@users/${who}`)).status).toBe(401)
    const told = await deputy.get(
      `/@users/${who}?extra_include=groups&extra_include_groups_suffixes=creators` +
        '&extra_include=categories&extra_include_categories_configs=meeting-config-college',
    )
    expect(told.body).toMatchObject({ id: who, extra_include_groups: [{ title: 'Travaux' }] })
    expect(Object.keys(told.body.extra_include_categories)).toEqual(['meeting-config-college'])
    expect((await deputy.get('/@users/personne')).status).toBe(404)
    expect((await deputy.get(`/@users?query=${who.slice(0, 4)}`)).body.length).toBeGreaterThan(0)
  })
})

describe('@annex, @meeting, DELETE', () => {
  test('an annex is added to a point that the program may edit, and withdrawn', async () => {
    const { body: made } = await mail.post('/@item', point({}))
    const { body, status } = await mail.post(
      `/@annex/${made.UID}`,
      annex({ decision_related: true }),
    )
    expect([status, body.file.filename]).toEqual([201, 'devis.csv'])
    const path = new URL(body['@id']).pathname.replace('/plonemeeting', '')
    expect((await mail.send('DELETE', path)).status).toBe(204)
    expect((await mail.get(`/@annexes/${made.UID}`)).body).toEqual([])
  })

  test('what somebody sent on meanwhile takes no annex any more, and is not deleted', async () => {
    const { body: made } = await mail.post('/@item', point({ wf_transitions: ['propose'] }))
    expect((await mail.post(`/@annex/${made.UID}`, annex())).status).toBe(403)
    const kept = await mail.send('DELETE', `/items/${made.UID}`)
    expect([kept.status, kept.body.type]).toEqual([409, 'Conflict'])
  })

  test('a point that nobody sent on is called off, and its identifier finds the next', async () => {
    const { body: made } = await mail.post('/@item', point({ externalIdentifier: 'L-1' }))
    expect((await mail.send('DELETE', `/items/${made.UID}`)).status).toBe(204)
    expect((await mail.get(`/@get?UID=${made.UID}`)).body.review_state).toBe('cancelled')
    expect((await mail.send('DELETE', `/items/${made.UID}`)).status).toBe(409)
  })

  test('a meeting is planned by who may, for a day that can be', async () => {
    const secretary = await givenClient(town, administrator, { roles: ['agent', 'secretariat'] })
    const next = Temporal.Now.plainDateISO().add({ days: 40 })
    const sent = { config_id: 'meeting-config-council', date: `${next.toString()}T20:00:00` }
    const { body, status } = await secretary.post('/@meeting', sent)
    expect([status, body.date]).toEqual([201, sent.date])
    expect((await secretary.post('/@meeting', sent)).status).toBe(400)
    expect((await secretary.post('/@meeting', { ...sent, date: 'demain' })).status).toBe(400)
    expect((await secretary.post('/@meeting', { ...sent, date: '' })).status).toBe(400)
    expect((await mail.post('/@meeting', sent)).status).toBe(403)
    expect((await secretary.post(`/@annex/${body.UID}`, annex())).status).toBe(400)
  })

  test('who wrote a point and may no longer read it is told that it is there (403)', async () => {
    const { body: made } = await mail.post('/@item', point({ externalIdentifier: 'L-2' }))
    await town.authority.asSystem(() =>
      sql`update commons.dossier set readers = '{}' where id = ${idOf(made.UID)}`.execute(db()),
    )
    expect((await mail.get(`/@get?UID=${made.UID}`)).status).toBe(403)
    expect((await deputy.get(`/@get?UID=${made.UID}`)).status).toBe(404)
  })
})
