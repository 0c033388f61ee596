import { beforeAll, expect, test } from 'vitest'
import { tellingOf } from '../hint.ts'
import { givenCpas, givenItem, givenMeeting, givenTown, mainWords, type Town } from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

test.for([
  ['Nomination d’une institutrice', 'appointment', true],
  ['Désignation du secrétaire de zone', 'appointment', true],
  ['Désignation de l’adjudicataire du marché de voirie', 'other', false],
  ['MISE EN DISPONIBILITÉ pour maladie', 'availability', true],
  ['Suspension préventive d’un ouvrier', 'preventive_suspension', true],
  ['Sanction disciplinaire : réprimande', 'discipline', true],
  ['Présentation de candidats à l’intercommunale', 'candidate_presentation', true],
  ['Sanction d’un agent', 'other', true],
  ['Aide sociale à Mme Dubois', 'other', true],
  ['Demande de M. Évrard', 'other', true],
  ['Rue M. Dupont'.replace('M. Dupont', 'Monseigneur'), 'other', false],
  ['Règlement relatif aux sanctions administratives', 'other', true],
  ['Réfection de la rue du Moulin', 'other', false],
  ['Budget extraordinaire de 12 M. d’euros', 'other', false],
] as const)('« %s » tells of %s, of a person: %s', ([title, matter, person]) => {
  expect(tellingOf(title)).toEqual({ matter, person })
})

test('a title that tells of a person warns at the field, on the point and before the agenda is fixed, and hinders nothing (L1122-21, L1122-27)', async () => {
  const title = 'Mise en disponibilité d’une employée'
  const secret = 'Mise en disponibilité », que la loi fait voter au scrutin secret (CDLD L1122-27)'
  const closed = 'ces questions se traitent à huis clos (CDLD L1122-21 et L1122-22)'
  const drafted = await givenItem(town, { title }, 'created')
  for (const path of ['', '/edit']) {
    const page = await town.agent.visitor.get(`/deliberations/items/${drafted.id}${path}`)
    const words = mainWords(page).replaceAll('\u00A0', ' ')
    expect(words).toContain(secret)
    expect(words).toContain(closed)
  }
  const { meeting, points } = await givenMeeting(town, {
    items: [{}, { title, decision: '' }],
    until: 'created',
  })
  const path = `/deliberations/meetings/${meeting.id}`
  const { visitor } = town.secretariat
  expect(mainWords(await visitor.get(path))).toContain('À regarder avant')
  const hints = await visitor.api('GET', `${path}/hints`)
  expect(hints.items()).toMatchObject(
    ['matter', 'privacy', 'decision'].map((field) => ({ item_id: points[1]?.id, field })),
  )
  expect((await visitor.api('POST', `${path}/steps`, { verb: 'freeze' })).status).toBe(200)
})

test('where the law closes the sitting nothing is said of the closed session, and its own article is cited', async () => {
  const cpas = await givenCpas()
  const item = await givenItem(cpas, { title: 'Nomination de Mme Dubois' }, 'created')
  const words = mainWords(await cpas.agent.visitor.get(`/deliberations/items/${item.id}`))
  expect(words).toContain('Loi organique des CPAS, art. 33')
  expect(words).not.toMatch(/CDLD|ces questions se traitent/)
})
