import { beforeAll, expect, test } from 'vitest'
import {
  figure,
  givenAuthority,
  queriesOf,
  type TestAuthority,
  type TestPerson,
} from '#test/harness'
import { db } from '#kernel/db'

let authority: TestAuthority
let manager: TestPerson
let works: string
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'] })
  works = await authority.service('Travaux')
})

const head =
  'Nom;Prénom;Courriel;Identifiant;Matricule;Service;Fonction;Rôle;Premier jour;Dernier jour'

/** Sends a list; the address of the page that shows it row by row. */
async function sent(content: string, name = 'liste.csv'): Promise<string> {
  const answer = await manager.visitor.post('/people/import', {
    files: [new File([content], name)],
  })
  const at = answer.headers.get('location')
  if (!at) return answer.text
  await authority.drain()
  return at
}
/** Confirms a list; what the page says once it is written, or is not. */
async function confirmed(at: string, answers: Record<string, string> = {}): Promise<string> {
  const answer = await manager.visitor.post(at, answers)
  if (answer.status !== 303) return answer.text
  await authority.drain()
  return (await manager.visitor.get(at)).text
}
const count = async () =>
  (await authority.asSystem(() => db().selectFrom('commons.person').select('id').execute())).length

test('a list with traps says each by its row, and nothing is half done', async () => {
  const before = await count()
  const at = await sent(
    [
      head,
      'Arens;Lou;lou@example.org;lou;M1;Travaux;chef;agent;01/03/2026;',
      'Bodart;Max;max@example.org;LOU;M2;;;;;',
      'Colson;Ève;eve@example.org;eve;M3;Lune;;;;',
      'Denis;Noé;noe@example.org;noe;M4;;;;2026-05-02;2026-05-01',
      'Evrard;Zoé;zoe at example;zoe;M5;;;pape;1/1/0001;31/02/2026',
    ].join('\n'),
  )
  const { text } = await manager.visitor.get(at)
  for (const sentence of [
    'L’identifiant LOU est déjà à la ligne 2',
    'Aucun service ouvert ne s’appelle «\u00A0Lune\u00A0»',
    'Le dernier jour vient avant le premier',
    'Ce n’est pas une adresse de courriel',
    'Aucun rôle ne s’appelle «\u00A0pape\u00A0»',
    '31/02/2026\u00A0» n’est pas une date',
    '1/1/0001\u00A0» n’est pas une date',
  ])
    expect(text).toContain(sentence)
  expect(await confirmed(at)).toContain('4 lignes sont à corriger')
  expect(await count()).toBe(before)
  expect(await confirmed(at, { leave_out: 'on' })).toContain('1 ligne est écrite')
  expect(await count()).toBe(before + 1)
  const found = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.account')
      .select('id')
      .where('login', '=', 'lou')
      .executeTakeFirstOrThrow(),
  )
  expect((await authority.signIn(found.id)).actor.principals).toEqual(
    expect.arrayContaining(['role:agent', `service:${works}:head`]),
  )
  expect(await confirmed(at, { leave_out: 'on' })).toContain('1 ligne est écrite')
  expect(await count()).toBe(before + 1)
})

test('who is there already is found by number, login or address, and merged only once one says so', async () => {
  const there = await authority.person({ firstName: 'Jade', lastName: 'Fontaine' })
  await authority.asSystem(() =>
    db()
      .updateTable('commons.person')
      .set({ email: 'jade@example.org', external_id: 'M77' })
      .where('id', '=', there.id)
      .execute(),
  )
  const at = await sent(
    'Nom;Prénom;Courriel;Rôle\nFontaine-Gilles;Jade;JADE@example.org;membre du conseil',
  )
  expect((await manager.visitor.get(at)).text).toContain('1 désigne ce qui existe déjà')
  expect(await confirmed(at)).toContain('confirmez que c’est bien le même')
  // Where another changed those who are there since, that is told, and nothing is written.
  await manager.visitor.post(`/people/${there.id}`, {
    ...{ first_name: 'Jade', last_name: 'Fontaine', email: 'jade@example.org' },
    ...{ external_id: 'M78' },
  })
  const late = await confirmed(at, { same: 'on' })
  expect(late).toContain('Voici ce que cette liste ferait maintenant.')
  const before = await count()
  await confirmed(at, { same: 'on' })
  expect(await count()).toBe(before)
  const { text } = await manager.visitor.get(`/people/${there.id}`)
  expect(text).toContain('Jade Fontaine-Gilles')
  expect(text).toContain('M78')
  expect((await authority.signIn(there.id)).actor.principals).toContain('role:councillor')
  // A link that lets in goes to an address: the one that was is told that it is none any more.
  await confirmed(
    await sent('Nom;Prénom;Courriel;Matricule\nFontaine-Gilles;Jade;j@example.org;M78'),
    { same: 'on' },
  )
  const told = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.mail')
      .select('to_name')
      .where('to_address', 'ilike', 'jade@example.org')
      .execute(),
  )
  expect(told).toEqual([{ to_name: 'Jade Fontaine-Gilles' }])
})

test('who is called as somebody is, but for accents, is told by row and written only if one says so', async () => {
  await authority.person({ firstName: 'Léa', lastName: 'Dubois' })
  const at = await sent('Nom;Prénom\nDUBOIS;Le\u00ADa\nPetit;Ana\npetit;Aña\n')
  const { text } = await manager.visitor.get(at)
  expect(text).toContain('2 ressemblent à ce qui existe')
  expect(text).toMatch(/Ligne 2[^<]*n’est pas[^<]*Léa Dubois/)
  expect(text).toMatch(/Ligne 4[^<]*ligne 3 de la liste/)
  const before = await count()
  expect(await confirmed(at, { others: '4' })).toContain('2 lignes sont écrites')
  expect(await count()).toBe(before + 2)
})

test('five thousand people are written by as many statements as five, within seconds', async () => {
  const town = await givenAuthority()
  const { visitor } = await town.person({ roles: ['administrator'] })
  await town.service('Travaux')
  const rows = Array.from(
    { length: 5000 },
    (_one, at) => `Nom${at};Prénom${at};p${at}@example.org;p${at};N${at};Travaux;;agent;;`,
  )
  const files = [new File([[head, ...rows].join('\n')], 'liste.csv')]
  const begun = performance.now()
  const at = (await visitor.post('/people/import', { files })).headers.get('location') ?? ''
  await town.drain()
  await visitor.post(at, {})
  const statements = await queriesOf(() => town.drain())
  figure('5 000 people read in', Math.round(performance.now() - begun), 'ms')
  expect(statements.length).toBeLessThan(80)
  expect((await visitor.get('/people?q=Nom4999')).text).toContain('Nom4999 Prénom4999')

  // Their list: a page of it costs as much as one of fifty people.
  const shown = await queriesOf(() => visitor.get('/people'))
  expect(figure('list of 5 000 people', shown.length, 'statements')).toBeLessThanOrEqual(12)
  const times: number[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    const from = performance.now()
    await visitor.get(turn % 2 === 0 ? '/people' : `/people?q=Nom${turn}`)
    times.push(performance.now() - from)
  }
  const slow = times.toSorted((a, b) => a - b).at(-2) ?? Infinity
  figure('list of 5 000 people, the 95th of 100', Math.round(slow), 'ms')

  // A second list, wrong in three ways in each fifth row: each is told, and nobody is written.
  const wrong = rows.map((_row, one) => {
    const dates = one % 15 === 0 ? '2026-05-02;2026-05-01' : ';'
    const service = one % 15 === 5 ? 'Lune' : 'Travaux'
    const login = one % 15 === 10 ? 'twice' : `q${one}`
    return `Autre${one};Zoé${one};q${one}@example.org;${login};Q${one};${service};;agent;${dates}`
  })
  const from = performance.now()
  const second = await visitor.post('/people/import', {
    files: [new File([[head, ...wrong].join('\n')], 'fausse.csv')],
  })
  const page = second.headers.get('location') ?? ''
  const weighed = await queriesOf(() => town.drain())
  const { text } = await visitor.get(page)
  figure('5 000 rows, of which 1 000 are wrong, told', Math.round(performance.now() - from), 'ms')
  expect(weighed.length).toBeLessThan(80)
  for (const sentence of ['Lune', 'Le dernier jour vient avant le premier', 'twice est déjà'])
    expect(text).toContain(sentence)
  const refused = await visitor.post(page, {})
  await town.drain()
  expect(refused.status === 303 ? (await visitor.get(page)).text : refused.text).toMatch(
    /lignes sont à corriger/,
  )
  expect((await visitor.get('/people?q=Autre1')).text).not.toContain('Autre1 Zoé1')

  // A thousand of them are invited in one act; each message is a job, and who is left is told.
  const before = await visitor.get('/invitations/preview?all=1&from=access%3Dnever')
  const edition = /name="edition" value="([^"]+)"/.exec(before.text)?.[1] ?? ''
  const start = performance.now()
  let sent = before
  const written = await queriesOf(async () => {
    sent = await visitor.post('/invitations', { all: '1', from: 'access=never', edition })
  })
  figure('1 000 people invited in one act', Math.round(performance.now() - start), 'ms')
  expect(figure('1 000 people invited in one act', written.length, 'statements')).toBeLessThan(60)
  expect(sent.status).toBe(303)
  const letters = await town.asSystem(() =>
    db().selectFrom('kernel.mail').select(['to_address']).execute(),
  )
  expect(new Set(letters.map((one) => one.to_address)).size).toBe(1000)
  expect((await visitor.get(sent.headers.get('location') ?? '')).text).toMatch(
    /1.000 invitations envoyées/,
  )
}, 60_000)

test('a list that changes the address of somebody who is there, or gives a role, asks who writes it to prove who they are', async () => {
  const town = await givenAuthority()
  const { id, visitor } = await town.person({ roles: ['administrator'] })
  const there = await town.person({ firstName: 'Basile', lastName: 'Ancion' })
  const { login } = await town.asSystem(() =>
    db()
      .selectFrom('kernel.account')
      .select('login')
      .where('id', '=', there.id)
      .executeTakeFirstOrThrow(),
  )
  const long = Temporal.Now.instant().subtract({ minutes: 11 })
  await town.asSystem(() =>
    db()
      .updateTable('kernel.session')
      .set({ proven_at: long })
      .where('account_id', '=', id)
      .execute(),
  )
  const written = async (row: string) => {
    const files = [new File([`${head}\n${row}`], 'liste.csv')]
    const at = (await visitor.post('/people/import', { files })).headers.get('location') ?? ''
    await town.drain()
    const byApi = await visitor.api('POST', at.replace('/import/', '/imports/'), { same: true })
    const answer = await visitor.post(at, { same: 'on' })
    return [byApi.status, answer.text.includes('Confirmez que c’est vous')]
  }
  expect(await written('Neuf;Luc;luc@example.org;luc-neuf;;;;;;')).toEqual([202, false])
  for (const row of [
    `Ancion;Basile;autre@example.org;${login};;;;;;`,
    'Neuf;Ève;eve-neuf@example.org;eve-neuf;;;;agent;;',
  ])
    expect(await written(row)).toEqual([403, true])
})

test('who held a role before holds it again by a list; days that are held otherwise are told, and nothing is done in silence (M4)', async () => {
  const { visitor } = manager
  const login = 'rosa-again'
  const entered = await visitor.api('POST', '/people', {
    ...{ first_name: 'Rosa', last_name: 'Encore', login, role: 'secretariat', other: true },
    ...{ first_day: '2020-01-01', last_day: '2024-12-31' },
  })
  const { id } = entered.json<{ id: string }>()
  const held = async () =>
    (await visitor.api('GET', `/people/${id}/offices`)).items<{ first_day: string }>()
  const row = (days: string) => `${head}\nEncore;Rosa;;${login};;;;secretariat;${days}`
  await confirmed(await sent(row('01/11/2026;')), { same: 'on' })
  expect((await held()).map(({ first_day }) => first_day)).toEqual(['2026-11-01', '2020-01-01'])
  // Said again as it is, nothing more is given.
  await confirmed(await sent(row('01/11/2026;')), { same: 'on' })
  expect(await held()).toHaveLength(2)
  const page = await visitor.get(await sent(row('01/11/2026;31/12/2026')))
  expect(page.text).toContain('une liste ne change pas ces jours')
  expect(await held()).toHaveLength(2)
})
