import { beforeAll, expect, test } from 'vitest'
import { administrator } from '#commons/directory'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let admin: TestPerson
let council: string

beforeAll(async () => {
  authority = await givenAuthority()
  admin = await authority.person({ roles: [administrator.name], lastName: 'Ravel' })
  for (const lastName of ['Aubrive', 'Brémont', 'Castellan', 'Doyen'])
    await authority.person({ firstName: 'Sabine', lastName })
  council =
    (await admin.visitor.api('GET', '/organs')).items<{ id: string; acronym: string }>()[0]?.id ??
    ''
})

const head = 'Organe;Nom;Prénom;Qualité;Titre;Groupe politique;Premier jour;Dernier jour'

async function sent(...rows: string[]): Promise<string> {
  const file = new File([[head, ...rows].join('\n')], 'sieges.csv')
  const answer = await admin.visitor.post('/organs/import', { files: [file] })
  await authority.drain()
  return answer.headers.get('location') ?? answer.text
}
async function confirmed(at: string, answers: Record<string, string> = {}): Promise<string> {
  const answer = await admin.visitor.post(at, answers)
  if (answer.status !== 303) return answer.text
  await authority.drain()
  return (await admin.visitor.get(at)).text
}
const seats = async () =>
  (await admin.visitor.api('GET', `/organs/${council}/seats`)).items<{
    last_name: string
    part: string
    title: string
    group: string
  }>()

test('each row that is wrong is said, against those before it too, and nothing is written', async () => {
  const at = await sent(
    'CC;Aubrive;Sabine;préside;Bourgmestre;Ensemble;02/12/2024;',
    'Conseil communal;Brémont;Sabine;préside;;;02/12/2024;',
    'CC;Aubrive;Sabine;membre;;;03/12/2024;',
    'Sénat;Doyen;Sabine;;;;02/12/2024;',
    'CC;Personne;Inconnue;;;;02/12/2024;',
    'CC;Doyen;Sabine;roi;;;;',
    'CC;Castellan;Sabine;;;;2025-01-02;2025-01-01',
  )
  const { text } = await admin.visitor.get(at)
  for (const sentence of [
    'Sabine Aubrive préside déjà',
    'Sabine Aubrive siège déjà dans cet organe',
    'Aucun organe ne s’appelle «\u00A0Sénat\u00A0»',
    'devrait s’appeler «\u00A0Inconnue Personne\u00A0»',
    'n’est pas une qualité',
    'Le premier jour manque',
    'Le dernier jour vient avant le premier',
  ])
    expect(text).toContain(sentence)
  expect(await confirmed(at)).toContain('6 lignes sont à corriger')
  expect(await seats()).toEqual([])
})

test('a list is written in its order; sent again, it corrects titles and groups', async () => {
  const rows = [
    'CC;Castellan;Sabine;membre;Échevine;Ensemble;02/12/2024;',
    'CC;Aubrive;Sabine;préside;Bourgmestre;Ensemble;02/12/2024;',
    'CC;Brémont;Sabine;membre;Conseillère;Vivre ici;02/12/2024;',
  ]
  expect(await confirmed(await sent(...rows))).toContain('3 lignes sont écrites')
  expect((await seats()).map(({ last_name }) => last_name)).toEqual([
    'Aubrive',
    'Castellan',
    'Brémont',
  ])
  const again = await sent('CC;Brémont;Sabine;membre;Échevine;;02/12/2024;')
  expect(await confirmed(again)).toContain('désigne ce qui existe déjà')
  await confirmed(again, { same: 'on' })
  expect((await seats()).at(-1)).toMatchObject({ title: 'Échevine', group: 'Vivre ici' })
})
