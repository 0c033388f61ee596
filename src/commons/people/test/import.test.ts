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
  return answer.headers.get('location') ?? answer.text
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
      'Evrard;Zoé;zoe at example;zoe;M5;;;pape;;31/02/2026',
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
  ])
    expect(text).toContain(sentence)
  expect((await manager.visitor.post(at, {})).text).toContain('4 lignes sont à corriger')
  expect(await count()).toBe(before)
  expect((await manager.visitor.post(at, { leave_out: 'on' })).status).toBe(303)
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
  expect((await manager.visitor.post(at, { leave_out: 'on' })).status).toBe(404)
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
  const at = await sent('Nom;Prénom;Courriel;Rôle\nFontaine-Gilles;Jade;JADE@example.org;conseil')
  expect((await manager.visitor.get(at)).text).toContain('1 déjà dans l’annuaire')
  expect((await manager.visitor.post(at, {})).text).toContain('confirmez que ce sont les mêmes')
  // Who looked at the list before another changed those who are there is told, and writes nothing.
  const edition = /name="edition" value="([^"]+)"/.exec((await manager.visitor.get(at)).text)?.[1]
  await manager.visitor.post(`/people/${there.id}`, {
    ...{ first_name: 'Jade', last_name: 'Fontaine', email: 'jade@example.org' },
    ...{ external_id: 'M78' },
  })
  const late = await manager.visitor.post(at, { same: 'on', edition: edition ?? '' })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Voici ce que cette liste ferait maintenant.')
  const before = await count()
  await manager.visitor.post(at, { same: 'on' })
  expect(await count()).toBe(before)
  const { text } = await manager.visitor.get(`/people/${there.id}`)
  expect(text).toContain('Jade Fontaine-Gilles')
  expect(text).toContain('M78')
  expect((await authority.signIn(there.id)).actor.principals).toContain('role:councillor')
  // A link that lets in goes to an address: the one that was is told that it is none any more.
  await manager.visitor.post(
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

test('a directory as text (LDIF) is read: folded lines, base64, groups left aside', async () => {
  const ldif = [
    'version: 1',
    'dn: uid=ines,ou=people,dc=beauval',
    'givenName:: SW7DqHM=',
    'sn: Long',
    ' ueville',
    'mail: ines@example.org',
    'uid: ines',
    'ou: Travaux',
    '',
    '# a group',
    'dn: cn=all,dc=beauval',
    'cn: all',
  ].join('\n')
  const at = await sent(ldif, 'annuaire.ldif')
  expect((await manager.visitor.get(at)).text).toContain('1 à ajouter')
  await manager.visitor.post(at, {})
  expect((await manager.visitor.get('/people?q=ines')).text).toContain('Longueville Inès')
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
  const statements = await queriesOf(() => visitor.post(at, {}))
  figure('5 000 people read in', Math.round(performance.now() - begun), 'ms')
  expect(statements.length).toBeLessThan(40)
  expect((await visitor.get('/people?q=Nom4999')).text).toContain('Nom4999 Prénom4999')
}, 20_000)
