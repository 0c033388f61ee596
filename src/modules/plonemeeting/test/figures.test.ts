import { expect, test } from 'vitest'
import { figure, givenAuthority, queriesOf, type TestAuthority } from '#test/harness'
import { db } from '#kernel/db'
import type { UploadedFile } from '#commons/imports'
import { answer, type Fields, json } from './beauval.ts'
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
    extra_include_annexes: [0, 1].map((which) => annexOf(`${at}-${which}`)),
  }))
  points.items_total = count
  return [json('meeting.json', meeting), json('items.json', points)]
}

/** A file of an annex, whose content is none of another. */
function annexOf(uid: string): Fields {
  const data = Buffer.from(`Annexe ${uid}`)
  const file = { filename: `${uid}.txt`, 'content-type': 'text/plain', size: data.length }
  return {
    ...{ '@type': 'annex', UID: `annex-${uid}`, title: `Annexe ${uid}`, confidential: false },
    file: { ...file, encoding: 'base64', data: data.toString('base64') },
  }
}

/** How many annexes stand here. */
const annexCount = (authority: TestAuthority) =>
  authority.asSystem(async () => {
    const rows = await db().selectFrom('commons.annex').select('id').execute()
    return rows.length
  })

test.for([2, 250])(
  'importing %i points with two annexes each takes as few queries',
  async (count) => {
    const authority = await givenAuthority()
    const secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
    const path = await upload(secretariat, agendaOf(count))
    await secretariat.visitor.post(path, { act: 'create_missing' })
    const fields = { act: 'commit', ...(await chosen(secretariat, path)) }
    const started = performance.now()
    const sent = await queriesOf(async () => {
      expect((await secretariat.visitor.post(path, fields)).status).toBe(303)
    })
    figure(
      `importing ${count} points with two annexes each`,
      Math.round(performance.now() - started),
      'ms',
    )
    expect(
      figure(`queries of importing ${count} points with two annexes each`, sent.length, 'queries'),
    ).toBeLessThan(65)
    expect(await annexCount(authority)).toBe(2 * count)
  },
)
