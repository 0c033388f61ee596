import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { isSystem } from '#kernel/access'
import { fill } from '#kernel/module'
import { inPublic } from '#kernel/tenancy'
import { ground } from '#test/harness'
import { read } from '#commons/dossiers'
import { publish, published, publisher, publishers } from '#commons/publication'
import { whitelist } from '../index.ts'
import { type Notice, noticeFields, notices, removeNotices } from './notice.ts'
import { townHall, type TownHall } from './town-hall.ts'

const names = [
  ...(['body', 'fee', 'discount', 'day', 'hour', 'heard_on', 'colour', 'urgent'] as const),
  ...(['zone_id', 'zones', 'officer_id', 'desk_id'] as const),
] as const
const ofNotice = whitelist(notices, noticeFields, names, { personal: ['heard_on'] })

const noticeCopies = publisher({
  name: 'test.notice_copy',
  kind: notices.name,
  content: z.strictObject(ofNotice.shape),
  compose: async (id) => {
    const notice = await read(notices, id)
    return { slug: `avis-${id}`, title: notice.title, content: await ofNotice.copy(notice) }
  },
  path: (slug) => `/test/${slug}`,
})

let town: TownHall
beforeAll(async () => {
  town = await townHall()
  if (!publishers.every().includes(noticeCopies)) fill(publishers, noticeCopies).place()
})
afterAll(removeNotices)

/** What anybody outside reads of a notice. */
async function outside(notice: Notice) {
  const { database } = await ground()
  await town.authority.asSystem(() => publish(notice, noticeCopies))
  return inPublic(database, town.authority.tenant, () =>
    published(noticeCopies, `avis-${notice.id}`),
  )
}

test('a copy says the named fields and no other, in words that stand without the house', async () => {
  const { known } = town
  const notice = await town.written({
    ...{ note: 'Entre nous', body: '<p>Le pont</p>', fee: '12,50', heard_on: '2026-02-28' },
    zone_id: known['north'] ?? '',
    zones: ['', known['south'] ?? '', known['north'] ?? ''],
    ...{ officer_id: known['officer'] ?? '', desk_id: known['desk'] ?? '' },
  })
  const { content } = await outside(notice)
  expect(content).toEqual({
    ...{ body: '<p>Le pont</p>', fee: 1250, discount: null, day: '2026-06-25', hour: '20:04' },
    ...{ heard_on: '2026-02-28', colour: 'blue', urgent: false },
    ...{ zone_id: 'Nord', zones: ['Nord', 'Sud'], desk_id: 'Travaux' },
    officer_id: expect.stringContaining('Nadia Corbeau'),
  })
})

test('words that are masked do not leave', async () => {
  const notice = await town.written({ body: '<p>Chez <mark class="masked">Jean</mark></p>' })
  const { content } = await outside(notice)
  expect(content.body).toContain('masqué')
  expect(content.body).not.toContain('Jean')
})

test('a field that says something of a person is named only by who says so', () => {
  expect(() => whitelist(notices, noticeFields, ['heard_on'])).toThrow('heard_on is personal')
})

test.for(['linked_id', 'proof_id', 'lines'] as const)(
  '%s, that leads into the house, is never named',
  (name) => {
    expect(() => whitelist(notices, noticeFields, [name])).toThrow('leads into the house')
  },
)

test('what is withheld from those who see a dossier is not copied by the house, which reads it', async () => {
  const secretive = {
    ...notices,
    withheld: async () => (notice: Notice) => (isSystem() || notice.copies < 100 ? [] : ['fee']),
  }
  expect(() => whitelist(secretive, noticeFields, ['fee'])).toThrow('withholds')
  const { copy, shape } = whitelist(secretive, noticeFields, ['fee', 'day'], { partly: true })
  const copied = async (copies: string) => {
    const { id } = await town.written({ copies, fee: '10' })
    return town.authority.asSystem(async () => copy(await read(secretive, id)))
  }
  const day = '2026-06-25'
  expect(await copied('2')).toEqual({ fee: 1000, day })
  expect(await copied('200')).toEqual({ day })
  expect(z.strictObject(shape).parse({ day })).toEqual({ day })
})
