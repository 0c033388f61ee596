import { afterAll, beforeAll, expect, test } from 'vitest'
import { useOpenLetterbox } from '#kernel/mail'
import { today } from '#commons/clock'
import { mainWords } from '../../deliberations/test/council.ts'
import { alertsTo, follows, openLetterbox } from '../../alerts/test/subscribers.ts'
import { morning } from '../../publicity/test/given.ts'
import { type Desk, givenDesk } from './desk.ts'
import { meeting } from './vendor.ts'

let desk: Desk
beforeAll(async () => {
  desk = await givenDesk()
  openLetterbox(desk.town.authority)
})
afterAll(() => useOpenLetterbox([]))

/** A meeting of other software in so many days. */
const coming = (id: string, days: number) =>
  desk.tell(meeting({ id, starts_at: `${today().add({ days })}T20:00` }))

test('who follows what is published is told of points of other software too', async () => {
  const { authority } = desk.town
  await follows(authority, 'zoe@example.org', { q: 'réfection' })
  const id = await coming('followed', 20)
  await desk.publish(id)
  const letters = await alertsTo(authority, 'zoe@example.org')
  expect(letters.map(({ body }) => body)).toEqual([
    expect.stringContaining('Réfection de la rue du Moulin'),
  ])
})

test('the report of the year says when projects of other software were public, and agents are reminded of them', async () => {
  const { secretariat, authority } = desk.town
  const id = await coming('asked', 7)
  await morning()
  const { notices } = (await secretariat.visitor.api('GET', '/notices')).json<{
    notices: { words: string | null; href: string }[]
  }>()
  const reminded = notices.filter(({ href }) => href === desk.page(id))
  expect(reminded.map(({ words }) => words)).toEqual([
    expect.stringContaining('1 projet se publie'),
  ])
  await desk.publish(id)
  const year = today().add({ days: 7 }).year
  const report = mainWords(await authority.visitor().get(`/on-time/${year}`))
  expect(report).toContain('Décret du 18 mai 2022')
  expect(report).toContain('à temps')
})

test('where a meeting of other software is seen is said on its page, and everybody reads it', async () => {
  const id = await coming('filmed', 30)
  await desk.publish(id)
  const address = 'https://video.example/seance'
  const { visitor } = desk.town.secretariat
  expect((await visitor.post(`${desk.page(id)}/video`, { address })).status).toBe(303)
  expect((await desk.publicOf(id)).text).toContain(`href="${address}"`)
})
