import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { beside, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { annexesOf } from '#commons/annexes'
import { closeService, services } from '#commons/directory'
import { history } from '#commons/dossiers'
import { db } from '#kernel/db'
import { on } from '#kernel/events'
import { sampleFile } from '../sample.ts'
import {
  asNames,
  contentIn,
  elementIn,
  exported,
  importFile,
  planIn,
  report,
  upload,
} from './exchanging.ts'

const sample = new TextDecoder().decode(sampleFile().bytes)
const departments = ['Service Population', 'Service Propreté', 'Direction du patrimoine']
const answers = asNames(...departments)

let authority: TestAuthority
let coordinator: TestPerson

beforeEach(async () => {
  authority = await givenAuthority()
  await authority.service('Travaux')
  coordinator = await authority.person({ roles: ['agent', 'coordinator'] })
  await authority.person({ roles: ['mayor'], firstName: 'Claire', lastName: 'Montfort' })
})

/** How many rows of everything that an import writes. */
const written = () =>
  authority.asSystem(async () => {
    const tables = ['commons.dossier', 'commons.annex', 'commons.service', 'commons.term']
    const own = ['ecomptes.article', 'ecomptes.projection', 'ecomptes.department']
    const trade = ['strategy.responsibility', 'strategy.placement', 'kernel.event']
    const counts = [...tables, ...own, ...trade].map(
      (name) => sql`(select count(*) from ${sql.table(name)})::int`,
    )
    const named = counts.map((one, at) => sql`${one} as ${sql.ref(`t${at}`)}`)
    const { rows } = await sql<object>`select ${sql.join(named)}`.execute(db())
    return rows[0]
  })

const elementsOf = (planId: string) =>
  authority.asSystem(async () => {
    const { rows } = await sql<{
      exchange_id: string
      level: string
      number: number | null
      title: string
      state: string
      parents: string[]
      progress: number | null
      progress_reason: string
    }>`
      select e.exchange_id, e.level, e.number, d.title, d.state, e.progress, e.progress_reason,
        array(select a.exchange_id from strategy.placement p join strategy.element a on a.id = p.parent_id
          where p.child_id = e.id order by p.weight desc) as parents
      from strategy.element e join commons.dossier d using (tenant_id, id)
      where e.plan_id = ${planId}`.execute(db())
    return new Map(rows.map(({ exchange_id, ...row }) => [exchange_id, row]))
  })

const imported = async () => planIn(await importFile(coordinator, sample, answers))

test('the same plan imported by two at once is one plan (B4)', async () => {
  const path = await upload(coordinator, sample)
  const again = await upload(coordinator, sample)
  const commit = (to: string) => coordinator.visitor.post(to, { act: 'commit', ...answers })
  let second: ReturnType<typeof commit> | undefined
  on('ecomptes.import.create', async () => {
    second ??= (await beside(() => commit(again))).ended
  })
  const first = await commit(path)
  expect(planIn(first)).not.toBe('')
  expect((await second)?.text).toContain('rien à changer')
  const { rows } = await authority.asSystem(() => sql`select 1 from strategy.plan`.execute(db()))
  expect(rows).toHaveLength(1)
})

describe('a plan that is new here', () => {
  test('is shown before anything is written, with what it asks', async () => {
    const before = await written()
    const page = await report(coordinator, sample)
    expect(page).toContain('PST 2019-2024')
    expect(page).toContain('16 éléments à créer')
    expect(page).toContain('Réponses attendues')
    expect(page).toContain('A.8 - SA.9 - Réaliser un audit énergétique')
    expect(page).toContain('name="departments.Service Population"')
    expect(page).toMatch(/name="departments.Travaux".*?selected="">Travaux<.*?<\/select>/)
    expect(await written()).toEqual(before)
    const refused = await importFile(coordinator, sample)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Quel service d’ici est «\u00A0Service Population\u00A0»')
    expect(await written()).toEqual(before)
  })

  test('PST-03: arrives with its numbers, sub-actions below their action, mirrors, and four articles', async () => {
    const plan = await imported()
    const all = await elementsOf(plan)
    expect(all.get('sa-audit')).toMatchObject({
      level: 'sub_action',
      number: 9,
      title: 'Réaliser un audit énergétique',
      parents: ['a-hotel'],
      state: 'to_be_scheduled',
    })
    expect(all.get('os-cadre')).toMatchObject({ level: 'strategic', number: 12 })
    expect(all.get('a-conseiller')?.parents).toEqual(['oo-batiments', 'oo-parcs'])
    expect(all.size).toBe(16)
    const states = ['a-signal', 'a-samedi', 'a-vergers', 'a-hotel', 'volet-interne']
    expect(states.map((id) => all.get(id)?.state)).toEqual([
      ...['to_be_scheduled', 'abandoned', 'stopped', 'ongoing', 'created'],
    ])
    expect(all.get('a-rendez-vous')).toMatchObject({
      progress: 40,
      progress_reason: 'Selon eComptes',
    })
    expect(all.get('a-hotel')?.progress).toBeNull()
    const { rows } = await authority.asSystem(() =>
      sql`select a.exercise, a.cents from ecomptes.article a join strategy.element e on e.id = a.element_id
        where e.exchange_id = 'sa-audit' order by a.exercise`.execute(db()),
    )
    expect(rows).toEqual([2019, 2020, 2021, 2022].map((exercise) => ({ exercise, cents: 50_000 })))
    const next = await authority.asSystem(() =>
      db()
        .selectFrom('strategy.plan')
        .select('last_number')
        .where('id', '=', plan)
        .executeTakeFirst(),
    )
    expect(next?.last_number).toBe(14)
  })

  test('leaves its trace and its file with the plan', async () => {
    const plan = await imported()
    const deeds = await authority.asSystem(() => history(plan))
    expect(deeds.find(({ type }) => type === 'ecomptes.import.create')).toMatchObject({
      actor_name: 'Alix Terval',
      data: { title: 'pst.xml', added: 16, changed: 0 },
    })
    const files = await authority.asSystem(() => annexesOf(plan))
    expect(files.map(({ file_name }) => file_name)).toEqual(['pst.xml'])
    const tab = await coordinator.visitor.get(`/strategy/plans/${plan}/ecomptes`)
    expect(tab.text).toContain('a repris le plan d’eComptes')
    expect(tab.text).toContain('pst.xml')
  })

  test('names people of the directory, keeps the others by their names, and knows its services', async () => {
    const plan = await imported()
    const { rows } = await authority.asSystem(() =>
      sql<{
        part: string
        name: string
      }>`select r.part, coalesce(s.name, p.last_name, r.last_name) as name
        from strategy.responsibility r join strategy.element e on e.id = r.element_id
        left join commons.service s on s.id = r.service_id
        left join commons.person p on p.id = r.person_id
        where e.plan_id = ${plan} and e.exchange_id in ('sa-isolation', 'a-rendez-vous')
        order by e.number, r.part`.execute(db()),
    )
    expect(rows).toEqual([
      { part: 'bearer', name: 'Orsolle' },
      { part: 'manager', name: 'Service Population' },
      { part: 'mandatary', name: '1er échevin' },
      { part: 'manager', name: 'Direction du patrimoine' },
      { part: 'mandatary', name: 'Montfort' },
    ])
    const all = await authority.asSystem(services)
    expect(all.map(({ name }) => name)).toEqual(['Travaux'])
  })

  test('a department can be a service that is chosen, which is remembered, or a new one', async () => {
    const [works] = await authority.asSystem(services)
    const chosen = {
      'departments.Service Population': 'create',
      'departments.Service Propreté': works?.id ?? '',
      'departments.Direction du patrimoine': 'name',
    }
    const plan = planIn(await importFile(coordinator, sample, chosen))
    expect((await elementIn(await exported(coordinator, plan), 'a-vergers'))?.department).toBe(
      'Travaux',
    )
    const all = await authority.asSystem(services)
    expect(all.map(({ name }) => name)).toEqual(['Travaux', 'Service Population'])
    expect(await report(coordinator, sample)).toContain('rien à changer')
  })

  test('a service that was closed between the two steps is asked again', async () => {
    const path = await upload(coordinator, sample)
    const [works] = await authority.asSystem(services)
    await authority.asSystem(() => closeService(works?.id ?? ''))
    const before = await written()
    const refused = await coordinator.visitor.post(path, { act: 'commit', ...answers })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Quel service d’ici est «\u00A0Travaux\u00A0»')
    expect(await written()).toEqual(before)
    const done = await coordinator.visitor.post(path, {
      act: 'commit',
      ...answers,
      ...asNames('Travaux'),
    })
    expect(done.status).toBe(303)
  })

  test('a sub-action whose action is not in the file stays an action, and goes back as it came', async () => {
    const alone = sample.replaceAll('A.8 - SA.', 'A.88 - SA.')
    const plan = planIn(await importFile(coordinator, alone, answers))
    expect((await elementsOf(plan)).get('sa-audit')).toMatchObject({ level: 'action', number: 9 })
    expect(await contentIn(await exported(coordinator, plan, 'shape=from_ecomptes'))).toEqual(
      await contentIn(alone),
    )
  })
})

describe('a round trip', () => {
  test('gives back what came: volets, civilities, ETP, progress, sub-actions, mirrors, budgets', async () => {
    const plan = await imported()
    const back = await exported(coordinator, plan, 'shape=from_ecomptes')
    expect(await contentIn(back)).toEqual(await contentIn(sample))
    expect(await report(coordinator, back)).toContain('rien à changer')
  })

  test('the same file twice changes nothing, not even a line of history', async () => {
    await imported()
    const before = await written()
    const again = await importFile(coordinator, sample, { ...answers, fields: 'on', add: 'on' })
    expect(again.text).toContain('rien à changer')
    expect(await written()).toEqual(before)
  })

  test('what is changed here goes out, and comes back without a loss', async () => {
    const plan = await imported()
    const all = await authority.asSystem(() =>
      sql<{
        id: string
      }>`select id from strategy.element where exchange_id = 'a-rendez-vous'`.execute(db()),
    )
    const path = `/strategy/elements/${all.rows[0]?.id}`
    const { version } = (
      await authority.asSystem(() =>
        db()
          .selectFrom('commons.dossier')
          .select('version')
          .where('id', '=', all.rows[0]?.id ?? '')
          .execute(),
      )
    )[0] ?? { version: 0 }
    const edited = await coordinator.visitor.post(path, {
      ...{ version: String(version), title: 'Recevoir sur rendez-vous, midi compris' },
      ...{
        due_on: '2021-09-30',
        managers: '',
        bearers: 'Maud Orsolle',
        mandataries: '1er échevin',
      },
    })
    expect(edited.status).toBe(303)
    const back = await exported(coordinator, plan, 'shape=from_ecomptes')
    const before = await elementIn(sample, 'a-rendez-vous')
    const after = await elementIn(back, 'a-rendez-vous')
    expect(after?.label).toBe('A.3 - Recevoir sur rendez-vous, midi compris')
    expect(after?.endsOn?.toString()).toBe('2021-09-30')
    expect({ ...after, label: '', endsOn: '', line: 0 }).toEqual({
      ...{ ...before, label: '', endsOn: '', line: 0 },
    })
    expect(await report(coordinator, back)).toContain('rien à changer')
    const page = await report(coordinator, sample)
    expect(page).toContain('1 élément différent')
    expect(page).toContain('Recevoir sur rendez-vous, midi compris')
  })
})
