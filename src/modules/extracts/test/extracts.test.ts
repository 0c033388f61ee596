import { beforeEach, expect, test } from 'vitest'
import { queriesOf } from '#test/harness'
import { adoptRemaining } from '#modules/votes'
import { recordAttendance } from '#modules/sittings'
import {
  foundTown,
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  presences,
  seatIds,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { frenchIn } from '../../deliberations/test/french.ts'
import { drafted, townIn } from '../issue.ts'
import { type Delegation, delegated } from '../signatory.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const call = (method: string, path: string, body?: object, who = town.secretariat) =>
  who.visitor.api(method, `/deliberations${path}`, body)

interface Issued {
  id: string
  reference: string
  title: string
  item_ids: string[]
  recipient: string
}

/** A meeting of which all is decided. */
async function decided(items: readonly Sketch[] = [{ title: 'Un marché' }, { title: 'Un plan' }]) {
  const { meeting, points } = await givenMeeting(town, { items })
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  return { meeting, ids: points.map(({ id }) => id) }
}

const issue = async (meeting: { id: string }, items: readonly string[], together = false) =>
  call('POST', `/meetings/${meeting.id}/extracts`, { items, together, recipient: 'SPW' })

test('extracts are issued of each point or of all, numbered, kept with who, when and for whom', async () => {
  const { meeting, ids } = await decided()
  const each = (await issue(meeting, ids)).items<Issued>()
  expect(each.map(({ reference }) => reference.slice(-4))).toEqual(['0001', '0002'])
  const [one] = (await issue(meeting, ids, true)).items<Issued>()
  expect(one).toMatchObject({ item_ids: ids, recipient: 'SPW' })
  const all = (await call('GET', '/extracts')).items<Issued>()
  expect(all.map(({ reference }) => reference.slice(-4)).toSorted()).toEqual([
    '0001',
    '0002',
    '0003',
  ])
  const page = mainWords(await town.secretariat.visitor.get(`/deliberations/extracts/${one?.id}`))
  expect(page).toContain('Pour extrait conforme')
  expect(page).toContain('Sous réserve de l’approbation du procès-verbal.')
  expect(page).toContain('À l’unanimité,')
  for (const who of ['Préside', 'Présent']) expect(page).toContain(who)
})

test('an extract of a German-speaking municipality is in German, whole', async () => {
  town = await foundTown('municipality', ['de', 'fr'])
  const { meeting, ids } = await decided([{}, {}])
  const made = await onMeeting(town, town.secretariat, meeting, (found) =>
    drafted(found, { items: ids, together: true, recipient: '' }),
  )
  expect(made[0]?.data.labels.heading).toBe('Auszug aus dem Protokoll')
  expect(frenchIn(made.map(({ data }) => data))).toEqual([])
})

test('the minutes of a meeting are written once for all its extracts, however many', async () => {
  const asked = async (count: number) => {
    const { meeting, ids } = await decided(
      Array.from({ length: count }, (_, at) => ({ title: `Point ${at}` })),
    )
    return (await queriesOf(() => issue(meeting, ids))).length
  }
  // Each asks for its file: its place, whether few wait, its readers, its job.
  expect((await asked(12)) - (await asked(2))).toBeLessThanOrEqual(10 * 8)
})

test('what would be issued is shown first, and nothing is issued by that', async () => {
  const { meeting, ids } = await decided()
  const path = `/deliberations/meetings/${meeting.id}/extracts`
  const preview = await town.secretariat.visitor.post(`${path}/preview`, { items: ids })
  expect(preview.status).toBe(200)
  expect(mainWords(preview)).toContain('2 extraits seront délivrés')
  expect((await call('GET', `/meetings/${meeting.id}/extracts`)).items()).toEqual([])
  const wrong = await town.secretariat.visitor.post(`${path}/preview`, {})
  expect(wrong.status).toBe(422)
})

test('an extract of the closed session is for those alone who may read its point', async () => {
  const { meeting, ids } = await decided([
    { title: 'Ouvert' },
    { title: 'Fermé', privacy: 'secret' },
  ])
  const [open, closed] = (await issue(meeting, ids)).items<Issued>()
  const status = async (id: string | undefined) =>
    (await town.accountant.visitor.get(`/deliberations/extracts/${id}`)).status
  expect([await status(open?.id), await status(closed?.id)]).toEqual([200, 404])
  expect((await town.councillor.visitor.get(`/deliberations/extracts/${closed?.id}`)).status).toBe(
    200,
  )
})

test('what is not decided is not extracted; who does not issue is refused', async () => {
  const { meeting, points } = await givenMeeting(town)
  const ids = points.map(({ id }) => id)
  expect((await issue(meeting, ids)).status).toBe(422)
  const refused = await call('POST', `/meetings/${meeting.id}/extracts`, { items: ids }, town.agent)
  expect(refused.status).toBe(403)
})

test('an extract is made as PDF/A and DOCX, as it was issued', async () => {
  const { meeting, ids } = await decided()
  const [one] = (await issue(meeting, ids.slice(0, 1))).items<Issued>()
  await call('POST', `/extracts/${one?.id}/documents`, { format: 'docx' })
  await town.authority.drain()
  const page = await town.secretariat.visitor.get(`/deliberations/extracts/${one?.id}`)
  const files = [...page.text.matchAll(/href="(\/documents\/[^"]+)"/g)].map(([, href = '']) => href)
  expect(files).toHaveLength(2)
  for (const href of files) expect((await town.secretariat.visitor.get(href)).status).toBe(200)
})

const day = (text: string) => Temporal.PlainDate.from(text)

test('of delegations that of the service holds first, else that of the organ; of each the first that is valid that day (E13)', () => {
  const line = (id: string, besides: Partial<Delegation> = {}): Delegation => ({
    ...{ id, organ_id: 'o', service_id: null, office: 'presides', person_id: id },
    ...{ title: '', mention: '', valid_from: null, valid_to: null },
    ...besides,
  })
  const all = [
    line('past', { valid_from: day('2020-01-01'), valid_to: day('2021-01-01') }),
    line('organ'),
    line('second'),
    line('service', { service_id: 's' }),
    line('other', { office: 'keeps' }),
  ]
  const of = { organ_id: 'o', office: 'presides' } as const
  const who = (service_id: string | null, on: string) =>
    delegated(all, { ...of, service_id }, day(on))?.id
  expect(who(null, '2026-01-01')).toBe('organ')
  expect(who('s', '2026-01-01')).toBe('service')
  expect(who('elsewhere', '2026-01-01')).toBe('organ')
  expect(who(null, '2020-06-01')).toBe('past')
  expect(who(null, '2021-01-01')).toBe('organ')
})

test('a delegation has both dates or none, in their order, and once; its mention precedes the signature (E13, L1132-4)', async () => {
  const fresh = {
    ...{ organ_id: town.council.id, service_id: null, office: 'presides' },
    ...{ person_id: town.alderman.id, title: 'L’Échevin délégué', mention: 'Par délégation' },
  }
  const post = (besides: object) => call('POST', '/signatories', { ...fresh, ...besides })
  expect((await post({ valid_from: '2026-01-01' })).status).toBe(422)
  expect((await post({ valid_from: '2026-02-01', valid_to: '2026-01-01' })).status).toBe(422)
  expect((await post({})).status).toBe(201)
  expect((await post({})).status).toBe(422)
  const { meeting, ids } = await decided()
  const [one] = (await issue(meeting, ids.slice(0, 1))).items<Issued>()
  const { signatories } = (await call('GET', `/extracts/${one?.id}`)).json<{
    signatories: { mention: string | null; role: string }[]
  }>()
  expect(signatories.map(({ mention, role }) => [mention, role])).toEqual([
    [null, 'La secretary,'],
    ['Par délégation', 'L’Échevin délégué,'],
  ])
})

test('a delegation that ended signs nothing more, and what was issued under it keeps its name (E14)', async () => {
  const fresh = {
    ...{ organ_id: town.council.id, service_id: null, office: 'presides' },
    ...{ person_id: town.alderman.id, title: 'Délégué', mention: '' },
  }
  const [line] = (await call('POST', '/signatories', fresh)).items<{ id: string }>()
  const { meeting, ids } = await decided()
  const [before] = (await issue(meeting, ids.slice(0, 1))).items<Issued>()
  expect((await call('POST', `/signatories/${line?.id}/end`)).items()).toEqual([])
  const [after] = (await issue(meeting, ids.slice(0, 1))).items<Issued>()
  const roles = async (id: string | undefined) =>
    (await call('GET', `/extracts/${id}`))
      .json<{ signatories: { role: string }[] }>()
      .signatories.map(({ role }) => role)
  expect(await roles(before?.id)).toContain('Délégué,')
  expect(await roles(after?.id)).not.toContain('Délégué,')
})

test('who left before a point is not among those present of its extract; one of several points says when they left (L1132-2)', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [{ title: 'Un marché' }, { title: 'Un plan' }, { title: 'Une taxe' }],
  })
  const [first, second, third] = points.map(({ id }) => id)
  const seats = (await call('GET', `/meetings/${meeting.id}/attendance`)).items<{ id: string }>()
  const seat_id = seats[1]?.id
  const hours = await call('PUT', `/meetings/${meeting.id}/hours`, {
    opened: '20:00',
    closed: null,
  })
  expect(hours.status).toBe(204)
  const left = { seat_id, kind: 'leaves', item_id: second, at: '20:45' }
  expect((await call('POST', `/meetings/${meeting.id}/movements`, left)).status).toBe(201)
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  const extract = (...ids: (string | undefined)[]) =>
    onMeeting(town, town.secretariat, meeting, async (one) => {
      const items = ids.flatMap((id) => id ?? [])
      const [made] = await drafted(one, { items, together: true, recipient: '' })
      return made?.data ?? expect.fail('nothing is extracted')
    })
  const whole = (await extract(first)).present
  expect((await extract(third)).present).toHaveLength(whole.length - 1)
  const both = await extract(first, third)
  expect(both.present).toEqual(whole)
  expect(both.points[1]?.before).toEqual([
    expect.stringMatching(/ quitte la séance à 20\u00A0h\u00A045\.$/),
  ])
})

test('the formula names the town of the authority, each point its reference', async () => {
  const { meeting, ids } = await decided()
  const formula = async () => {
    const [made] = await onMeeting(town, town.secretariat, meeting, (one) =>
      drafted(one, { items: ids, together: true, recipient: '' }),
    )
    return made?.data ?? expect.fail('nothing is extracted')
  }
  const said = await formula()
  expect(said.signing.formula).toMatch(/^Pour extrait conforme, le \w+ /)
  for (const { reference } of said.points) expect(reference).toMatch(/^Référence\u00A0: \S+\d/)
  expect(townIn(['Place du Beffroi 1', '9999 Beauval'])).toBe('Beauval')
  expect(townIn(['Rue Haute 1', 'B-4780 Saint-Vith', 'Belgique'])).toBe('Saint-Vith')
  expect(townIn(['Place du Beffroi 1'])).toBe('')
})

test('who votes for whom on a point is printed in its extract, and in no other (L1231-5)', async () => {
  const company = await foundTown('rca')
  const { meeting, points } = await givenMeeting(company, { items: [{}, {}] })
  const [first, second] = points.map(({ id }) => id)
  await onMeeting(company, company.secretariat, meeting, async (one) =>
    recordAttendance(one, await presences(one, [company.councillor])),
  )
  const [holder_id, giver_id] = await seatIds(company, meeting)
  const given = await company.secretariat.visitor.api(
    'POST',
    `/deliberations/meetings/${meeting.id}/proxies`,
    {
      ...{ giver_id, holder_id, from_item_id: first, until_item_id: first },
      ...{ given_on: '2024-01-01', statement: 'lettre' },
    },
  )
  expect(given.status, given.text).toBe(201)
  await onMeeting(company, company.secretariat, meeting, adoptRemaining)
  const drafts = await onMeeting(company, company.secretariat, meeting, (one) =>
    drafted(one, { items: [first ?? '', second ?? ''], together: false, recipient: '' }),
  )
  const [own, other] = drafts.map(({ data }) => data)
  expect(own?.labels.represented).toBe('Procurations')
  expect(own?.represented).toEqual([expect.stringContaining('est représenté')])
  expect(other?.represented).toBeUndefined()
})
