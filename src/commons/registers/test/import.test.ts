import { beforeEach, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { Conflict } from '#kernel/errors'
import { addTerm } from '#commons/vocabularies'
import { badgesInTheHouse, pages, writing } from './badge.ts'

badgesInTheHouse()
let authority: TestAuthority
let clerk: TestPerson
beforeEach(async () => {
  writing.after = async () => {}
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
  await authority.drain()
  return { at, text: (await visitor().get(at)).text }
}

/** Confirms a list; what its page says then. */
async function confirmed(at: string, answers: Record<string, string> = {}) {
  const answer = await visitor().post(at, answers)
  expect(answer.status, answer.text).toBe(303)
  await authority.drain()
  return (await visitor().get(at)).text
}

const whole = `\uFEFFObjet;Service;Jour de la remise;Heure;Caution;Prêté;Métal;Lieu;Porteurs;Remarque
"Clé ""du"" moulin; la grande";Bâtiments;31/01/2026;9h05;1 250,50;oui;laiton;tour nord;Nadia Corbeau;Prêtée

Badge;batiments;2026-02-03;;;non;;;;
`

test('a list is shown as it will be written, and written when one says so', async () => {
  const { at, text: page } = await checked(whole)
  for (const word of ['31/01/2026', '250,50', 'Oui', 'Laiton', 'Tour nord', 'Nadia Corbeau'])
    expect(page).toContain(word)
  expect(page).toContain('2 lignes seront ajoutées')
  expect(await list()).not.toContain('moulin')

  expect(await confirmed(at)).toContain('2 lignes sont écrites')
  const written = await list()
  for (const word of ['moulin; la grande', '31/01/2026', '250,50', 'Laiton', 'Badge', '03/02/2026'])
    expect(written).toContain(word)
  expect(await confirmed(at)).toContain('2 lignes sont écrites')
  expect((await list()).split('moulin; la grande')).toHaveLength(
    written.split('moulin; la grande').length,
  )
})

test('an export is read back: what it tells besides is named, and what it guarded is as it was (14)', async () => {
  const { at } = await checked(
    'Objet;Service;Jour de la remise;Caution;Prêté;Métal;Remarque\n=1+1;Bâtiments;31/01/2026;1 250,50;oui;laiton;-à rendre\n',
  )
  await confirmed(at)
  const columns =
    'reference state title service_id day deposit lent metal holders note proof_id changed_at'
  const kept = { list: 'test.badges', view: '', columns: columns.split(' '), back: '/' }
  expect((await clerk.visitor.post('/views/columns', kept)).status).toBe(303)
  const exported = (await visitor().get('/test/badges?as=csv')).text
  expect(exported).toContain("'=1+1")
  const { at: again, text: page } = await checked(exported)
  expect(page).toContain('Ces colonnes ne sont pas lues')
  expect(page).toMatch(/Référence, État, Reçu, [^.<,]+\./)
  expect(page).toContain('1 ligne sera ajoutée')
  await confirmed(again)
  expect((await list()).match(/>=1\+1</g)).toHaveLength(2)
})

test.each(['utf-16le', 'utf-16be'])('a list in %s is read (13)', async (encoding) => {
  const text = '\uFEFFObjet;Service;Jour de la remise\r\nClé;Bâtiments;31/01/2026\r\n'
  const bytes = Buffer.from(text, 'utf16le')
  const { text: page } = await checked(
    Uint8Array.from(encoding === 'utf-16le' ? bytes : bytes.swap16()),
  )
  for (const word of ['Clé', '1 ligne sera ajoutée']) expect(page).toContain(word)
})

test('heads are understood in every language of the house (14)', async () => {
  authority = await givenAuthority('municipality', { languages: ['fr'] })
  clerk = await authority.person({ in: await authority.service('Bâtiments') })
  const { text: page } = await checked('Objet;Service;Day of delivery\nClé;Bâtiments;31/01/2026\n')
  expect(page).toContain('1 ligne sera ajoutée')
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
  expect(await confirmed(at, { leave_out: 'on' })).toContain('1 ligne est écrite')
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
  expect(told).toContain('Aucune ligne ne peut être ajoutée')
})

test('columns are named in another language of the authority, or as the API does; parted by commas, as Excel writes', async () => {
  const text =
    'title,service_id,Day of delivery,deposit\r\nCl\u00E9,B\u00E2timents,3/2/2026,"1.250,50"\r\n'
  const { text: page } = await checked(Uint8Array.from(Buffer.from(text, 'latin1')))
  for (const word of ['Clé', '03/02/2026', '250,50', '1 ligne sera ajoutée'])
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

test('what fails while it is written leaves nothing behind, is told, and is done again', async () => {
  const { at } = await checked(whole)
  writing.after = async () => {
    throw new Conflict('registers.not_editable')
  }
  const failed = await confirmed(at)
  expect(failed).toContain('La liste n’a pas pu être écrite')
  expect(failed).toContain('Rien n’en est écrit')
  expect(await list()).not.toContain('moulin')
  expect((await clerk.visitor.get('/background')).text).toContain('Écriture d’une liste')
  expect((await clerk.visitor.get('/notices')).text).toContain('Écriture d’une liste')
  writing.after = async () => {}
  expect((await visitor().post(`${at}/again`)).status).toBe(303)
  await authority.drain()
  expect((await visitor().get(at)).text).toContain('2 lignes sont écrites')
  expect(await list()).toContain('moulin')
})

test('a list that is read or written shows how far it is, and comes again by itself', async () => {
  const sent = await sends(whole)
  const at = sent.headers.get('location') ?? ''
  const reading = (await visitor().get(at)).text
  expect(reading).toContain('<progress')
  expect(reading).toMatch(/<noscript><meta http-equiv="refresh"/)
  await authority.drain()
  // Both at once, and once more: it is written once.
  await Promise.all([visitor().post(at), visitor().post(at)])
  await visitor().post(at)
  expect((await visitor().get(at)).text).toContain('<progress')
  await authority.drain()
  const done = (await visitor().get(at)).text
  expect(done).toContain('2 lignes sont écrites')
  expect(done).not.toContain('<progress')
  expect((await list()).match(/>Badge</g)).toHaveLength(1)
})

test('an authority has two lists read or written at once; a third waits to be sent, and says so', async () => {
  await sends(whole)
  await sends(whole)
  const third = await sends(whole)
  expect(third.status).toBe(422)
  expect(third.text).toContain('réessayez quand l’une d’elles est terminée')
  await authority.drain()
  expect((await sends(whole)).status).toBe(303)
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
