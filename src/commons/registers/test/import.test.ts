import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { addPermissions, signedIn } from '#kernel/access'
import { Conflict } from '#kernel/errors'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { kind } from '#commons/dossiers'
import {
  choice,
  date,
  file,
  money,
  optional,
  type OwnColumns,
  persons,
  remark,
  service,
  term,
  text,
  time,
  wordsOf,
  yesNo,
} from '#commons/records'

import { addTerm } from '#commons/vocabularies'
import { workflow } from '#commons/workflow'
import { plainVerbNames, plainVerbs, registerRoutes, writesForAService } from '../index.ts'

const fr = {
  title: 'Objet',
  service: 'Service',
  day: 'Jour de la remise',
  hour: 'Heure',
  deposit: 'Caution',
  lent: 'Prêté',
  metal: 'Métal',
  place: 'Lieu',
  holders: 'Porteurs',
  note: 'Remarque',
  proof: 'Reçu',
}
const words = ['name', 'list', 'count', 'none', 'write', 'state.asked', 'state.given']
const named = [...words.map((name) => [name, `[${name}]`] as const), ...Object.entries(fr)]
const messages = Object.fromEntries(named.map(([name, one]) => [`badge.${name}`, one]))
addCatalogue('test', { fr: messages, en: { ...messages, 'badge.day': 'Day of delivery' } })
addPermissions('test', {
  read: signedIn,
  write: writesForAService,
  edit: signedIn,
  step: signedIn,
})
const said = (name: string) => ({ label: `test.badge.${name}` as MessageKey }) // Said above.

const badgeFields = {
  title: text(80, said('title')),
  service_id: service(said('service'), []),
  day: date(said('day')),
  hour: optional(time(said('hour'))),
  deposit: optional(money(said('deposit'))),
  lent: yesNo(said('lent')),
  metal: choice(['iron', 'brass'], (one) => ({ iron: 'Fer', brass: 'Laiton' })[one], said('metal')),
  place_id: term('test.place', { ...said('place'), none: said('none').label }),
  holders: persons(said('holders')),
  note: remark(200, { ...said('note'), neededWhen: { field: 'lent', is: [true] } }),
  proof_id: optional(file(said('proof'))),
}
const flow = workflow('test.badge', {
  initial: 'asked',
  states: { asked: {}, given: { final: true } },
  transitions: { give: { from: ['asked'], to: 'given', who: ['author'] } },
})
const badges = kind<OwnColumns<typeof badgeFields>, (typeof plainVerbNames)[number]>({
  name: 'test.badge',
  verbs: plainVerbNames,
  table: 'test.badge',
  path: (id) => `/test/badges/${id}`,
  readers: ({ service_id }) => [`service:${service_id}`],
  awaits: () => [],
  body: wordsOf(badgeFields),
})
const record = plainVerbs(badges, badgeFields, flow)
const look = {
  columns: ['day', 'deposit', 'lent', 'metal', 'place_id', 'holders', 'hour'] as const,
  what: 'badge',
  kept: { keep: 'always', because: 'registers.facts', verified: false },
  imports: true,
} as const
const { pages, fills } = registerRoutes(record, flow, look)

let authority: TestAuthority
let clerk: TestPerson

beforeAll(async () => {
  const { database } = await ground()
  await database.owner.query(`
    drop schema if exists test cascade;
    create schema test;
    grant usage on schema test to beffroi_app;
    create table test.badge (
      tenant_id uuid not null, id uuid not null, day date not null, hour time, deposit bigint,
      lent boolean not null, metal text not null, place_id uuid, holders uuid[] not null,
      note text not null, proof_id uuid, primary key (tenant_id, id),
      foreign key (tenant_id, id) references commons.dossier
    );
    select kernel.isolate('test.badge');`)
  for (const one of fills) one.place()
})
afterAll(async () => {
  const { database } = await ground()
  await database.owner.query('drop schema test cascade')
})
beforeEach(async () => {
  authority = await givenAuthority()
  clerk = await authority.person({
    in: await authority.service('Bâtiments'),
    firstName: 'Nadia',
    lastName: 'Corbeau',
  })
  await authority.service('Finances')
  await authority.asSystem(() => addTerm('test.place', 'Tour nord'))
})

const visitor = (person = clerk) => authority.visitorOf({ list: pages.list }, person)
const list = async () => (await visitor().get('/test/badges')).text
const sends = (content: string | Uint8Array<ArrayBuffer>) =>
  visitor().post('/test/badges/import', { files: [new File([content], 'liste.csv')] })

/** The page on which a list is checked, and its address. */
async function checked(content: string | Uint8Array<ArrayBuffer>) {
  const sent = await sends(content)
  expect(sent.status, sent.text).toBe(303)
  const at = sent.headers.get('location') ?? ''
  return { at, text: (await visitor().get(at)).text }
}

const whole = `\uFEFFObjet;Service;Jour de la remise;Heure;Caution;Prêté;Métal;Lieu;Porteurs;Remarque
"Clé ""du"" moulin; la grande";Bâtiments;31/01/2026;9h05;1 250,50;oui;laiton;tour nord;Nadia Corbeau;Prêtée

Badge;batiments;2026-02-03;;;non;;;;
`

test('a list is shown as it will be written, and written when one says so', async () => {
  const { at, text: page } = await checked(whole)
  for (const word of ['31/01/2026', '250,50', 'Oui', 'Laiton', 'Tour nord', 'Nadia Corbeau'])
    expect(page).toContain(word)
  expect(page).toContain('2 dossiers seront écrits')
  expect(await list()).not.toContain('moulin')

  expect((await visitor().post(at)).headers.get('location')).toBe('/test/badges')
  const written = await list()
  for (const word of ['moulin; la grande', '31/01/2026', '250,50', 'Laiton', 'Badge', '03/02/2026'])
    expect(written).toContain(word)
  expect((await visitor().get(at)).status).toBe(404)
})

test('an export is read back: what it tells besides is named, and what it guarded is as it was (14)', async () => {
  const { at } = await checked(
    'Objet;Service;Jour de la remise;Caution;Prêté;Métal;Remarque\n=1+1;Bâtiments;31/01/2026;1 250,50;oui;laiton;-à rendre\n',
  )
  await visitor().post(at)
  const columns =
    'reference state title service_id day deposit lent metal holders note proof_id changed_at'
  const kept = { list: 'test.badges', view: '', columns: columns.split(' '), back: '/' }
  expect((await clerk.visitor.post('/views/columns', kept)).status).toBe(303)
  const exported = (await visitor().get('/test/badges?as=csv')).text
  expect(exported).toContain("'=1+1")
  const { at: again, text: page } = await checked(exported)
  expect(page).toContain('Ces colonnes ne sont pas lues')
  expect(page).toMatch(/Référence, État, Reçu, [^.<,]+\./)
  expect(page).toContain('1 dossier sera écrit')
  await visitor().post(again)
  expect((await list()).match(/>=1\+1</g)).toHaveLength(2)
})

test.each(['utf-16le', 'utf-16be'])('a list in %s is read (13)', async (encoding) => {
  const text = '\uFEFFObjet;Service;Jour de la remise\r\nClé;Bâtiments;31/01/2026\r\n'
  const bytes = Buffer.from(text, 'utf16le')
  const { text: page } = await checked(
    Uint8Array.from(encoding === 'utf-16le' ? bytes : bytes.swap16()),
  )
  for (const word of ['Clé', '1 dossier sera écrit']) expect(page).toContain(word)
})

test('heads are understood in every language of the house (14)', async () => {
  authority = await givenAuthority('municipality', { languages: ['fr'] })
  clerk = await authority.person({ in: await authority.service('Bâtiments') })
  const { text: page } = await checked('Objet;Service;Day of delivery\nClé;Bâtiments;31/01/2026\n')
  expect(page).toContain('1 dossier sera écrit')
})

test('a row that is wrong is told by row and column; nothing is written unless it is left out', async () => {
  const { at, text: page } = await checked(
    `Objet;Service;Jour de la remise;Caution;Prêté;Métal;Lieu;Remarque
Bon;Bâtiments;01/02/2026;;non;fer;;
;Bâtiments;31/02/2026;beaucoup;peut-être;;;
Zinc;Bâtiments;01/02/2026;;non;zinc;;
Autre;Finances;01/02/2026;;non;;;
Muet;Bâtiments;01/02/2026;;oui;;;`,
  )
  const rows = [...page.matchAll(/<tr role="row">(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '),
  )
  const told = (number: number, column: string) =>
    rows.find((row) => new RegExp(`\\b${number}\\b.*${column}`).test(row))
  expect(told(3, 'Objet')).toContain('nécessaire')
  expect(told(3, 'Jour de la remise')).toContain('date')
  expect(told(3, 'Caution')).toContain('nombre')
  expect(told(3, 'Prêté')).toBeDefined()
  expect(told(4, 'Métal')).toContain('zinc')
  expect(told(5, 'Service')).toContain('Finances')
  expect(told(6, 'Remarque')).toContain('nécessaire')

  const unticked = await visitor().post(at)
  expect(unticked.status).toBe(422)
  expect(unticked.text).toMatch(/autofocus[^]*href="#f-leave_out"[^]*cochez cette case/)
  expect(await list()).not.toContain('>Bon<')
  expect((await visitor().post(at, { leave_out: 'on' })).status).toBe(303)
  const written = await list()
  expect(written).toContain('>Bon<')
  expect(written).not.toContain('Zinc')
})

test('an empty list with the heads is there to begin with, and all heads that no field has are told at once', async () => {
  const model = await visitor().get('/test/badges/import/model')
  expect(model.headers.get('content-type')).toContain('text/csv')
  expect(model.text.trim()).toMatch(/^\uFEFF?Objet;Service;Jour de la remise;/)
  const wrong = await sends('Objet;Service;Couleur;Poids\nA;Bâtiments;bleu;3\n')
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Couleur')
  expect(wrong.text).toContain('Poids')
})

test('an amount that can be read in two ways is asked for, and a day that cannot be meant (T5)', async () => {
  const { text: page } = await checked(
    'Objet;Service;Jour de la remise;Caution\nA;Bâtiments;31/01/2026;142.500\nB;Bâtiments;31/01/0026;10\n',
  )
  const told = page.replaceAll(/[\u00A0\u202F]/g, ' ')
  expect(told).toContain('se lit de deux façons, 142 500 € ou 142,50 €')
  expect(told).toContain('L’année 26 étonne ici')
  expect(told).toContain('Aucun dossier ne peut être écrit')
})

test('columns are named in another language of the authority, or as the API does; parted by commas, as Excel writes', async () => {
  const text =
    'title,service_id,Day of delivery,deposit\r\nCl\u00E9,B\u00E2timents,3/2/2026,"1.250,50"\r\n'
  const { text: page } = await checked(Uint8Array.from(Buffer.from(text, 'latin1')))
  for (const word of ['Clé', '03/02/2026', '250,50', '1 dossier sera écrit'])
    expect(page).toContain(word)
})

test.for([
  ['', 'pas de ligne'],
  ['Objet;Couleur\nA;B', 'Aucun champ ne s’appelle «\u00A0Couleur'],
  ['Référence;Reçu\nA;B', 'Aucun champ ne s’appelle «\u00A0Référence'],
  ['Objet;title\nA;B', 'deux fois'],
  ['Objet\n"A', 'guillemet'],
  ['O\0b\0j\0e\0t\0', 'CSV UTF-8'],
  [`Objet\n${'A\n'.repeat(5001)}`, 'plus de 5'],
  [`Objet\n${'A'.repeat(10 * 1024 * 1024)}`, 'coupez'],
] as const)(
  'a file that is no list of these is refused where it is chosen: %#',
  async ([content, why]) => {
    const refused = await sends(content)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(why)
  },
)

test('what fails while it is written leaves nothing behind', async () => {
  let count = 0
  const fails: typeof record.write = async (given, told) => {
    if (++count === 2) throw new Conflict('registers.not_editable')
    return record.write(given, told)
  }
  const own = registerRoutes({ ...record, write: fails }, flow, look)
  const { at } = await checked(whole)
  const refused = await authority.visitorOf({ list: own.pages.list }, clerk).post(at)
  expect(refused.status).toBe(409)
  expect(count).toBe(2)
  expect(await list()).not.toContain('moulin')
})

test('who writes for no service, and who did not begin it, import nothing', async () => {
  const { at } = await checked(whole)
  const inService = await authority.service('Travaux')
  const observer = await authority.person({ in: inService, as: 'observer' })
  expect((await visitor(observer).get('/test/badges')).text).not.toContain('Importer une liste')
  expect((await visitor(observer).get('/test/badges/import')).status).toBe(403)
  const other = await authority.person({ in: inService })
  expect((await visitor(other).get('/test/badges')).text).toContain('Importer une liste')
  expect((await visitor(other).post(at)).status).toBe(404)
})
