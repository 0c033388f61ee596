import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, prepared, type TestAuthority, type TestPerson } from '#test/harness'
import { history } from '#commons/dossiers'
import { db } from '#kernel/db'
import { sampleFile } from '../sample.ts'
import { asNames, elementIn, exported, importFile, planIn, report, upload } from './exchanging.ts'

const sample = new TextDecoder().decode(sampleFile().bytes)
const names = asNames(
  'Service Population',
  'Service Propreté',
  'Direction du patrimoine',
  'Travaux',
)

let authority: TestAuthority
let coordinator: TestPerson
let plan: string

const givenImported = prepared(async () => {
  const fresh = await givenAuthority()
  const imports = await fresh.person({ roles: ['coordinator'] })
  const imported = planIn(await importFile(imports, sample, names))
  return { authority: fresh, coordinator: imports, plan: imported }
})

beforeEach(async () => {
  ;({ authority, coordinator, plan } = await givenImported())
})

const column = (name: string, id: string) =>
  authority.asSystem(async () => {
    const { rows } = await sql<{ value: unknown }>`select ${sql.ref(name)} as value
      from strategy.element e join commons.dossier d using (tenant_id, id)
      where e.exchange_id = ${id}`.execute(db())
    return rows[0]?.value
  })
const centsOf = (id: string) =>
  authority.asSystem(async () => {
    const { rows } = await sql<{ cents: number }>`select a.cents from ecomptes.article a
      join strategy.element e on e.id = a.element_id where e.exchange_id = ${id} order by a.cents`.execute(
      db(),
    )
    return rows.map(({ cents }) => cents)
  })
const eventsOf = async () => (await authority.asSystem(() => history(plan))).map(({ type }) => type)

/** The same file, a year later: amounts, a title, a state, a date and a person changed there. */
const later = sample
  .replace('<Montant>120000</Montant>', '<Montant>98765.43</Montant>')
  .replace('Isoler le toit', 'Isoler le toit et les murs')
  .replace(/(Isoler le toit et les murs[^]*?)2022-10-31([^]*?)EN_ATTENTE/, '$12023-05-31$2EN_COURS')

const unknownAction = `<Action ElementId="inconnue" Exercice="2022">
<Libelle>A.8 - SA.15 - Remplacer la chaudière</Libelle>
<Description><Mode>TEXTE</Mode><Valeur/></Description><Statut>EN_COURS</Statut>
<TauxAvancement>0</TauxAvancement><RemarqueStatut><Mode>TEXTE</Mode><Valeur/></RemarqueStatut>
<ETP>0</ETP><Plans/><Partenaires/><Articles/><Projections/></Action>`
const withUnknown = sample.replace(
  '<Action ElementId="a-conseiller" Exercice',
  `${unknownAction}<Action ElementId="a-conseiller" Exercice`,
)

describe('a plan that is known here', () => {
  test('PST-02: the report says which amounts differ, before and after, and which fields', async () => {
    const page = await report(coordinator, later)
    expect(page).toContain('1 élément différent · aucun inconnu · aucun absent du fichier')
    expect(page).toContain('2 lignes, 180\u202F000\u00A0€ → 2 lignes, 158\u202F765,43\u00A0€')
    expect(page).toContain('104/72360.2022, 2022, Dépense extraordinaire')
    expect(page).toContain('Isoler le toit → Isoler le toit et les murs')
    expect(page).toContain('À programmer → En cours')
    expect(page).toContain('31/10/2022 → 31/05/2023')
    expect(page).toContain('Autres champs (laissés)')
  })

  test('by default only articles and projections are taken over', async () => {
    const done = await importFile(coordinator, later)
    expect(done.status).toBe(303)
    expect(await centsOf('sa-isolation')).toEqual([6_000_000, 9_876_543])
    expect(await column('title', 'sa-isolation')).toBe('Isoler le toit')
    expect(await eventsOf()).toContain('ecomptes.import.update')
  })

  test('on demand the other fields are taken over too; then the file says nothing new', async () => {
    await importFile(coordinator, later, { fields: 'on' })
    expect(await column('title', 'sa-isolation')).toBe('Isoler le toit et les murs')
    expect(await column('state', 'sa-isolation')).toBe('ongoing')
    expect(String(await column('due_on', 'sa-isolation'))).toBe('2023-05-31')
    expect(await report(coordinator, later)).toContain('rien à changer')
  })

  test('who looked before another changed the plan is told, and overwrites nothing', async () => {
    const different = await upload(coordinator, sample.replace('Isoler le toit', 'Isoler'))
    const { text } = await coordinator.visitor.get(different)
    const edition = /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? ''
    await importFile(coordinator, later, { fields: 'on' })
    const answer = { act: 'commit', fields: 'on', edition }
    const late = await coordinator.visitor.post(different, answer)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Les différences ci-dessous sont celles de maintenant.')
    expect(await column('title', 'sa-isolation')).toBe('Isoler le toit et les murs')
  })

  test('an empty list leaves the articles that are here', async () => {
    const empty = sample.replaceAll(/<Articles>[^]*?<\/Articles>/g, '<Articles/>')
    expect(await report(coordinator, empty)).toContain('rien à changer')
    const answer = await importFile(coordinator, empty, { fields: 'on' })
    expect(answer.status).toBe(422)
    expect(await centsOf('sa-audit')).toEqual([50_000, 50_000, 50_000, 50_000])
  })

  test('who the file names takes the place of the first one; nobody else goes', async () => {
    const other = sample.replace(/(ElementId="a-signal"[^]*?<Nom>)1er échevin/, '$12e échevin')
    await importFile(coordinator, other, { fields: 'on' })
    expect(
      (await elementIn(await exported(coordinator, plan), 'a-signal'))?.mandatary,
    ).toMatchObject({
      lastName: '2e échevin',
      civility: 'mr',
    })
    expect(await report(coordinator, other)).toContain('rien à changer')
  })

  test('an unknown element is named, and added below its parent only on demand', async () => {
    const page = await report(coordinator, withUnknown)
    expect(page).toContain(
      '«\u00A0A.8 - SA.15 - Remplacer la chaudière\u00A0» (inconnue) est inconnu de ce plan.',
    )
    expect((await importFile(coordinator, withUnknown)).status).toBe(422)
    expect(await column('title', 'inconnue')).toBeUndefined()
    await importFile(coordinator, withUnknown, { add: 'on' })
    expect(await column('level', 'inconnue')).toBe('sub_action')
    expect(await column('number', 'inconnue')).toBe(15)
    expect(await report(coordinator, withUnknown)).toContain('rien à changer')
  })

  test('what the file leaves out is said, and stays', async () => {
    const without = sample.replace(/ *<Action ElementId="a-samedi"[^]*?<\/Action>\n/, '')
    const page = await report(coordinator, without)
    expect(page).toContain('1 absent du fichier')
    expect(page).toContain('A.5 - Ouvrir le samedi matin')
    await importFile(coordinator, without, { fields: 'on', add: 'on' })
    expect(await column('title', 'a-samedi')).toBe('Ouvrir le samedi matin')
  })

  test('a mirror is matched with its original, and its articles join', async () => {
    const booked = sample.replace(
      /(ElementId="a-conseiller:oo-parcs"[^]*?)<Articles\/>/,
      '$1<Articles><Article><Exercice>2021</Exercice><Service>O</Service><Type>D</Type><CodeArticle>1</CodeArticle><Libelle/><Montant>7</Montant></Article></Articles>',
    )
    await importFile(coordinator, booked, { add: 'on' })
    expect(await column('title', 'a-conseiller:oo-parcs')).toBeUndefined()
    expect(await centsOf('a-conseiller')).toEqual([700])
  })

  test('the exercise under way of the plan follows with the other fields', async () => {
    const next = sample.replace(
      '<Exercice>2021</Exercice>\n    <Version>',
      '<Exercice>2022</Exercice>\n    <Version>',
    )
    expect(await report(coordinator, next)).toContain('2021 → 2022')
    await importFile(coordinator, next, { fields: 'on' })
    expect(await exported(coordinator, plan)).toContain('<Exercice>2022</Exercice>\n    <Version>')
    expect(await report(coordinator, next)).toContain('rien à changer')
  })

  test('an archived plan takes nothing over', async () => {
    await authority.asSystem(() =>
      sql`update commons.dossier set state = 'archived' where id = ${plan}`.execute(db()),
    )
    const before = await eventsOf()
    const refused = await importFile(coordinator, later, { fields: 'on' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('archivé')
    expect(await eventsOf()).toEqual(before)
    expect(await centsOf('sa-isolation')).toEqual([6_000_000, 12_000_000])
  })
})

describe('what is in the way', () => {
  test('something that fails on the way undoes all that was written before', async () => {
    // The objective bears the id of an action here: nothing can be placed below it.
    const twisted = later
      .replace('"oo-parcs"', '"one"')
      .replace('"a-signal"', '"oo-parcs"')
      .replace('"one"', '"a-signal"')
      .replace('"a-vergers"', '"a-vergers-2"')
    const before = await eventsOf()
    const failed = await importFile(coordinator, twisted, { add: 'on', fields: 'on', ...names })
    expect(failed.status).toBe(409)
    expect(await eventsOf()).toEqual(before)
    expect(await centsOf('sa-isolation')).toEqual([6_000_000, 12_000_000])
    expect(await column('title', 'sa-isolation')).toBe('Isoler le toit')
  })
})

describe('who may', () => {
  test('an administrator of the installation exchanges a whole plan, which they may not read', async () => {
    const administrator = await authority.person({ roles: ['administrator'] })
    expect((await administrator.visitor.get(`/strategy/plans/${plan}`)).status).toBe(404)
    expect(await exported(administrator, plan)).toContain('A.8 - SA.9')
    const done = await importFile(administrator, later)
    expect(done.headers.get('location')).toBe('/strategy/ecomptes')
    expect(await centsOf('sa-isolation')).toEqual([6_000_000, 9_876_543])
  })

  test('nobody else: neither upload, nor report, nor export', async () => {
    const agent = await authority.person({ roles: ['agent', 'secretariat', 'mayor'] })
    const { visitor } = agent
    const answers = [
      await visitor.get('/strategy/ecomptes'),
      await visitor.post('/strategy/ecomptes', { sample: 'on' }),
      await visitor.get(`/strategy/plans/${plan}/ecomptes.xml`),
      await visitor.get(`/strategy/plans/${plan}/ecomptes`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect((await visitor.get('/strategy')).text).not.toContain('/strategy/ecomptes')
  })

  test('another authority knows nothing of it: the same file is a new plan there', async () => {
    const elsewhere = await givenAuthority()
    const stranger = await elsewhere.person({ roles: ['coordinator'] })
    expect((await stranger.visitor.get(`/strategy/plans/${plan}/ecomptes.xml`)).status).toBe(404)
    expect(await report(stranger, sample)).toContain('16 éléments à créer')
    const theirs = planIn(await importFile(stranger, sample, names))
    expect(theirs).not.toBe(plan)
    expect(await report(coordinator, sample)).toContain('rien à changer')
  })
})
