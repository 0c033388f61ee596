import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { db } from '#kernel/db'
import { documentsOf } from '#commons/documents'
import { organs } from '#commons/organs'
import { givenAuthority } from '#test/harness'

const authority = await givenAuthority()
const secretariat = await authority.person({ roles: ['secretariat'] })
const [council] = await authority.asSystem(organs)

/** A meeting at a place of any name. */
const plan = (place: string, day = '25') =>
  secretariat.visitor.api('POST', '/deliberations/meetings', {
    organ_id: council?.id,
    starts_at: `2026-06-${day}T20:00`,
    place,
    held: true,
  })

async function agendaOf(id: string) {
  await secretariat.visitor.api('POST', `/deliberations/meetings/${id}/documents`, {
    template: 'agenda',
  })
  await authority.drain()
  return (await authority.asSystem(() => documentsOf(id)))[0]
}

test('an agenda with signs of any script, bullets of Word and pictures is made as PDF (T3)', async () => {
  const place = '\uF0B7 Maison 漢字, שלום, 한국어, prê\uFB01x, ① \u2163, ⁃, 😀'
  const { id } = (await plan(place)).json<{ id: string }>()
  expect(await agendaOf(id)).toMatchObject({ state: 'ready', reason: null })
})

test('a sign that cannot be printed is said at its field when it is saved, with its number (T3)', async () => {
  const refused = await plan('Salle \u{12000}')
  expect(refused.status).toBe(422)
  const { errors } = refused.json<{ errors: { place: string[] } }>()
  expect(errors.place[0]).toContain('«\u00A0\u{12000}\u00A0» (U+12000)')
})

test('a letter under a hundred marks is refused at its field (S2)', async () => {
  const marks = await plan(`a${'\u0301'.repeat(100)}`)
  expect(marks.json<{ errors: { place: string[] } }>().errors.place[0]).toContain('plus de 10')
})

test('what was kept before it was asked makes no document impossible (T3, S2)', async () => {
  const { id } = (await plan('Salle', '26')).json<{ id: string }>()
  const old = `Salle \u{12000}\uE000 a${'\u0301'.repeat(5000)} ${'x'.repeat(20_000)}`
  await authority.asSystem(() =>
    sql`update deliberations.meeting set place = ${old} where id = ${id}`.execute(db()),
  )
  expect(await agendaOf(id)).toMatchObject({ state: 'ready', reason: null })
})
