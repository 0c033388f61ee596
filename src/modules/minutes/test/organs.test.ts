import { beforeAll, expect, test } from 'vitest'
import { templates } from '#commons/documents'
import { adoptRemaining } from '#modules/votes'
import {
  givenCpas,
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  seatIds,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import type { AgendaData, MinutesData } from '../data.ts'

let town: Town
let cpas: Town
beforeAll(async () => {
  town = await givenTown()
  cpas = await givenCpas()
})

/** What a paper of a meeting prints. */
const printed = <D extends AgendaData | MinutesData>(
  { authority }: Town,
  { id }: { id: string },
  paper: 'agenda' | 'minutes',
): Promise<D> =>
  authority.asSystem(async () => {
    const template = templates.every().find(({ name }) => name === `minutes.${paper}`)
    const composed = await template?.compose(id)
    // Each template composes what its own paper prints.
    return composed && 'data' in composed ? (composed.data as D) : expect.fail('nothing is printed')
  })
const headings = ({ parts }: Pick<AgendaData | MinutesData, 'parts'>) =>
  parts.map(({ title }) => title)

const aid = { title: 'Aide sociale à une personne', decision: '<p>D’accorder l’aide.</p>' }

test('what a CPAS decides of an aid is read by those who treat it alone, whatever was ticked (organic law, art. 31, D5)', async () => {
  for (const organ of [cpas.council, cpas.college]) {
    const { meeting, points } = await givenMeeting(cpas, {
      organ,
      items: [{ ...aid, privacy: 'public' }],
    })
    const [point] = points
    expect(point?.privacy).toBe('secret')
    const path = `/deliberations/items/${point?.id}`
    const opened = await cpas.secretariat.visitor.api('PUT', path, {
      ...{ privacy: 'public', version: point?.version },
    })
    expect(opened.json()).toMatchObject({ privacy: 'secret' })
    await onMeeting(cpas, cpas.secretariat, meeting, adoptRemaining)
    expect((await cpas.agent.visitor.api('GET', path)).json()).toMatchObject({ state: 'accepted' })
    expect((await cpas.accountant.visitor.api('GET', path)).status).toBe(404)
    expect((await cpas.accountant.visitor.get(path)).status).toBe(404)
  }
})

test('papers of an organ that sits closed have no public part, and cite the law that closes it (D5)', async () => {
  const { meeting } = await givenMeeting(cpas, { items: [aid, { ...aid, title: 'Un achat' }] })
  const agenda = await printed<AgendaData>(cpas, meeting, 'agenda')
  expect(headings(agenda)).toEqual(['Points à l’ordre du jour'])
  expect(agenda.convocation).toContain(
    'La séance n’est pas publique (Loi organique des CPAS, art. 31).',
  )
  const minutes = await printed<MinutesData>(cpas, meeting, 'minutes')
  expect(minutes.quorum).toMatch(/^4 membres présents sur 4 en fonction\u00A0; il en faut 3 \(/)
  expect(minutes.parts).toMatchObject([
    { opening: ['La séance n’est pas publique (Loi organique des CPAS, art. 31).'] },
  ])
  expect(JSON.stringify([agenda, minutes])).not.toMatch(/publique(?! \()|CDLD/)
})

test('nothing that a CPAS reads of its points and sittings cites the code of municipalities (D5)', async () => {
  const { meeting, points } = await givenMeeting(cpas, { items: [aid] })
  const [point] = points
  for (const path of [
    '/deliberations/items/new',
    `/deliberations/items/${point?.id}`,
    `/deliberations/items/${point?.id}/edit`,
    `/deliberations/items/${point?.id}/session`,
    `/deliberations/meetings/${meeting.id}`,
    `/deliberations/meetings/${meeting.id}/attendance`,
  ]) {
    const page = await cpas.secretariat.visitor.get(path)
    expect(page.status, path).toBe(200)
    expect(mainWords(page), path).not.toMatch(/CDLD|Séance publique/)
  }
})

test('the college of a municipality has no public part; its council has one, and the closed session last (L1122-21)', async () => {
  const college = await givenMeeting(town, { organ: town.college })
  expect(headings(await printed(town, college.meeting, 'agenda'))).toEqual([
    'Points à l’ordre du jour',
  ])
  const { meeting } = await givenMeeting(town, {
    items: [{ title: 'secret', privacy: 'secret' }, { title: 'open' }],
  })
  const minutes = await printed<MinutesData>(town, meeting, 'minutes')
  expect(headings(minutes)).toEqual(['Séance publique', 'Huis clos'])
  expect(minutes.parts[1]?.opening).toEqual([
    'La Présidente prononce le huis clos (CDLD L1122-21 et L1122-22).',
  ])
})

test('a sitting that was lifted for want of quorum does not print that its agenda was completed', async () => {
  const { meeting } = await givenMeeting(town)
  const path = `/deliberations/meetings/${meeting.id}`
  const seats = await seatIds(town, meeting)
  const two = Object.fromEntries(
    seats.map((id, at) => [id, at < 2 || at === 4 ? 'present' : 'absent']),
  )
  const { visitor } = town.secretariat
  expect((await visitor.api('PUT', `${path}/attendance`, two)).status).toBe(204)
  expect((await visitor.api('POST', `${path}/steps`, { verb: 'lift' })).status).toBe(200)
  const minutes = await printed<MinutesData>(town, meeting, 'minutes')
  expect(minutes.closing).toEqual(['Le quorum n’étant pas atteint, la séance est levée.'])
  const titles = minutes.signing.signatories.map(({ role }) => role)
  expect(titles.join(' ')).not.toMatch(/L[ae] [AEIOUYÉ]/)
})

test('printed numbers stand in the order of the agenda, late points too (D13)', async () => {
  const town = await givenTown()
  const { meeting } = await givenMeeting(town, {
    items: [{ title: 'secret', privacy: 'secret' }, { title: 'open' }],
  })
  const late = await givenItem(town, { title: 'late' })
  const lateSecret = await givenItem(town, { title: 'late secret', privacy: 'secret' })
  for (const { id } of [late, lateSecret])
    await town.secretariat.visitor.post(`/deliberations/meetings/${meeting.id}/presentation`, {
      item_id: id,
    })
  const { parts } = await printed<AgendaData>(town, meeting, 'agenda')
  expect(parts.flatMap(({ points }) => points.map(({ number }) => number))).toEqual([
    '1',
    '2',
    '3',
    '4',
  ])
  expect(parts.map(({ title, points }) => [title, points.map((one) => one.title)])).toEqual([
    ['Séance publique', ['open']],
    ['Points en urgence', ['late']],
    ['Huis clos', ['secret', 'late secret']],
  ])
})

/** One point as the minutes print it, after these votes of the seats in their order and this decision. */
async function treated(sketch: Sketch, ballots: string[], verb: string, organ = town.council) {
  const { meeting, points } = await givenMeeting(town, { items: [sketch], organ })
  const { visitor } = town.secretariat
  const path = `/deliberations/items/${points[0]?.id}`
  const seats = (
    await visitor.api('GET', `/deliberations/meetings/${meeting.id}/attendance`)
  ).items<{ id: string }>()
  const cast = Object.fromEntries(ballots.map((one, at) => [seats[at]?.id ?? '', one]))
  if (ballots.length > 0) await visitor.api('PUT', `${path}/vote`, { ballots: cast })
  const decided = await visitor.api('POST', `${path}/decision`, { verb })
  expect(decided.status).toBe(200)
  const { parts } = await printed<MinutesData>(town, meeting, 'minutes')
  return parts[0]?.points[0]
}

test('the sentence of a vote runs into its decision; who was against is named after it (L1122-27, D14)', async () => {
  const point = await treated({}, ['yes', 'yes', 'yes', 'no'], 'accept')
  expect(point).toMatchObject({
    votes: ['Par 3 voix pour et une voix contre,'],
    verb: 'DÉCIDE',
    after: [expect.stringMatching(/^Vote contre\u00A0: /)],
  })
})

test('what is rejected, put off or heard is worded as no decision, in whole sentences (D14)', async () => {
  expect(await treated({}, ['no', 'no', 'no', 'yes'], 'refuse')).toMatchObject({
    votes: ['Par une voix pour et 3 voix contre, la proposition est rejetée.'],
    ...{ verb: null, decision: [] },
  })
  expect(await treated({}, [], 'delay')).toMatchObject({
    ...{ organSpeaks: null, motivation: [], votes: [], verb: null, decision: [] },
    after: ['Le point est reporté.'],
  })
  expect(
    await treated({ purpose: 'oral_question', decision: '<p>Il est répondu.</p>' }, [], 'treat'),
  ).toMatchObject({
    ...{ organSpeaks: null, votes: [], verb: null, after: [] },
    decision: [{ type: 'paragraph' }],
  })
  expect(await treated({ purpose: 'takes_note' }, [], 'accept')).toMatchObject({
    verb: 'PREND ACTE',
  })
})

test('minutes of a college record decisions alone and name nobody who voted against (L1123-20); a tie says once that the matter is put off (L1123-22)', async () => {
  expect(await treated({}, ['yes', 'abstain'], 'accept', town.college)).toMatchObject({
    votes: ['Par une voix pour et une abstention,'],
    ...{ verb: 'DÉCIDE', after: [] },
  })
  expect(await treated({}, ['yes', 'yes', 'yes', 'abstain'], 'accept')).toMatchObject({
    after: [expect.stringMatching(/^S’abstient/)],
  })
  const tied = await treated({}, ['yes', 'no'], 'delay', town.college)
  expect(tied).toMatchObject({
    votes: [expect.stringMatching(/l’affaire est remise à une autre séance\.$/)],
    after: [],
  })
})
