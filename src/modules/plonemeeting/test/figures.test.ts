import { expect, test } from 'vitest'
import { figure, givenAuthority, queriesOf } from '#test/harness'
import type { UploadedFile } from '#commons/imports'
import { answer, json } from './beauval.ts'
import { chosen, upload } from './secretary.ts'

/** The sample, its first point so many times over; the meeting does not list them, as newer ones do. */
function agendaOf(count: number): UploadedFile[] {
  const meeting = answer('meeting.json')
  Object.assign(meeting.items[0] ?? {}, { items: undefined })
  const points = answer('items.json')
  const [first] = points.items
  points.items = Array.from({ length: count }, (_, at) => ({
    ...first,
    ...{ UID: `uid-${at}`, itemNumber: (at + 1) * 100, title: `Point ${at + 1}` },
  }))
  points.items_total = count
  return [json('meeting.json', meeting), json('items.json', points)]
}

test.for([2, 250])('importing %i points takes as few queries', async (count) => {
  const authority = await givenAuthority()
  const secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
  const path = await upload(secretariat, agendaOf(count))
  await secretariat.visitor.post(path, { act: 'create_missing' })
  const fields = { act: 'commit', ...(await chosen(secretariat, path)) }
  const started = performance.now()
  const sent = await queriesOf(async () => {
    expect((await secretariat.visitor.post(path, fields)).status).toBe(303)
  })
  figure(`importing ${count} points`, Math.round(performance.now() - started), 'ms')
  expect(figure(`queries of importing ${count} points`, sent.length, 'queries')).toBeLessThan(60)
})
