import { beforeAll, expect, test } from 'vitest'
import { givenCpas, givenItem, givenMeeting, givenTown, mainWords, type Town } from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
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
