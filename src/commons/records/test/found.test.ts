import { afterAll, beforeAll, expect, test } from 'vitest'
import { search } from '#kernel/search'
import { removeNotices } from './notice.ts'
import { type TownHall, townHall } from './town-hall.ts'

let town: TownHall
beforeAll(async () => {
  town = await townHall()
})
afterAll(removeNotices)

const found = (query: string) =>
  town.authority.as(town.clerk, async () =>
    (await search(query)).found.map(({ subject_id }) => subject_id),
  )

test('a dossier is found by persons in its fields, by amounts and addresses (F1)', async () => {
  const officer = await town.authority.person({ firstName: 'Léontine', lastName: 'Œstges' })
  const other = await town.authority.person({ firstName: 'Basile', lastName: 'Van den Eynde' })
  const { id } = await town.written({
    ...{
      officer_id: officer.id,
      officers: [other.id],
      fee: '142500,00',
      mail: 'avis@grez.example',
    },
    seen_by: 'role:agent',
  })
  for (const query of [
    'leontine',
    'oestges',
    'Van den Eynde',
    '142 500',
    'grez.example',
    'corbeau avis',
  ])
    expect(await found(query), query).toContain(id)
  expect(await found('Basile Oestges Corbeau')).toEqual([id])
})
