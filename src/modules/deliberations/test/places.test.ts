import { expect, test } from 'vitest'
import { asTyped, givenMeeting, givenTown } from './council.ts'

test('a point names the streets that it is about: they lead to it, and it is found and listed by them', async () => {
  const town = await givenTown()
  const { visitor } = town.agent
  const sent = { title: 'Rue du Moulin', postal_code: '5998', locality: 'Beauval' }
  const street = (await visitor.post('/places/streets', sent)).headers.get('location') ?? ''
  const asked = asTyped(town, {
    ...{ 'places.0.street': 'r. du moulin', 'places.0.number': '14' },
    ...{ 'places.1.street': 'Chemin inconnu', 'places.1.postal_code': '' },
  })
  const written = await visitor.post('/deliberations/items', asked)
  const point = written.headers.get('location') ?? ''
  const { text } = await visitor.get(point)
  expect(text).toContain(`href="${street}"`)
  expect(text).toContain('14, 5998 Beauval')
  expect(text).toContain('hors du registre des rues')
  expect((await visitor.get(street)).text).toContain(`href="${point}"`)
  expect((await visitor.get('/search?q=moulin+14')).text).toContain(point)
  for (const words of ['MOULIN', 'chemin'])
    expect((await visitor.get(`/deliberations/items?places=${words}`)).text).toContain(point)
  expect((await visitor.get('/deliberations/items?places=tour')).text).not.toContain(point)
  const copied = await visitor.get(`/deliberations/items/new?copy_of=${point.split('/').at(-1)}`)
  expect(copied.text).toContain('value="Chemin inconnu"')
})

test('a councillor reads where a decision is, without a way to the register of streets', async () => {
  const town = await givenTown()
  const sent = { title: 'Rue Haute', postal_code: '5998', locality: 'Beauval' }
  await town.agent.visitor.post('/places/streets', sent)
  const place = { street: { id: null, name: 'Rue Haute' }, number: '3', box: '' }
  const { points } = await givenMeeting(town, {
    items: [{ places: [{ ...place, postal_code: '', locality: '', parcel: null, point: null }] }],
    until: 'frozen',
  })
  const { text } = await town.councillor.visitor.get(`/deliberations/items/${points[0]?.id}`)
  expect(text).toContain('Rue Haute 3, 5998 Beauval')
  expect(text).not.toContain('/places/streets/')
})
