import { expect, test } from 'vitest'
import { organs } from '#commons/organs'
import { adoptRemaining } from '#modules/votes'
import {
  foundTown,
  givenMeeting,
  givenTown,
  onMeeting,
  seatIds,
  type Town,
} from '../../deliberations/test/council.ts'
import { frenchIn } from '../../deliberations/test/french.ts'
import { inItsLanguage } from '#kernel/tenancy'
import { composeAgenda, composePublicAgenda } from '../agenda.ts'
import { minutesData } from '../compose.ts'
import type { MinutesPoint } from '../data.ts'

const said = (town: Town, meeting: { id: string }) =>
  onMeeting(town, town.secretariat, meeting, (found) => inItsLanguage(() => minutesData(found)))

const pointsOf = async (town: Town, meeting: { id: string }): Promise<MinutesPoint[]> =>
  (await said(town, meeting)).parts.flatMap(({ points }) => points)

const words = {
  motivation: '<p>Vu le dossier\u00A0;</p>',
  decision: '<p>D’approuver pour trois ans.</p>',
}

/** A council that votes on an amendment and the whole, elects, ties, and hears who leaves. */
async function held(town: Town) {
  const { meeting, points } = await givenMeeting(town, {
    items: [
      words,
      { ...words, matter: 'candidate_presentation', poll_type: 'secret' },
      words,
      { ...words, title: 'Rapport', purpose: 'takes_note', poll_type: 'no_vote', motivation: '' },
      words,
    ],
  })
  const [first = '', second = '', third = '', fourth = ''] = await seatIds(town, meeting)
  const api = async (method: 'PUT' | 'POST', path: string, body: object) => {
    const answer = await town.secretariat.visitor.api(method, path, body)
    if (answer.status >= 400) throw new Error(answer.text)
    return answer
  }
  const [amended, elected, tied, noted, delayed] = points.map(
    ({ id }) => `/deliberations/items/${id}`,
  )
  const vote = (...choices: string[]) => ({
    ballots: Object.fromEntries(
      [first, second, third, fourth].map((seat, at) => [seat, choices[at] ?? 'yes']),
    ),
  })
  const motions = await api('POST', `${amended}/motions`, {
    ...{ kind: 'amendment', title: 'Deux ans', proposed_by: second },
    proposal: '<p>D’approuver pour deux ans.</p>',
  })
  const [motion] = motions.items<{ id: string }>()
  await api('PUT', `${amended}/motions/${motion?.id}/vote`, vote('yes', 'yes', 'yes', 'abstain'))
  await api('PUT', `${amended}/vote`, vote('yes', 'yes', 'no'))
  await api('POST', `${amended}/decision`, { verb: 'accept_modified' })
  const candidates = [
    { name: 'Anna Lenz', born_on: '1970-01-02' },
    { name: 'Karl Theis', born_on: '1971-01-02' },
  ]
  const election = (await api('PUT', `${elected}/election`, { posts: 1, candidates })).json() as {
    candidates: { id: string }[]
  }
  const [anna, karl] = election.candidates.map(({ id }) => id)
  const round = { papers: 4, votes: { [String(anna)]: 3, [String(karl)]: 1 } }
  await api('POST', `${elected}/election/rounds`, round)
  await api('POST', `${elected}/decision`, { verb: 'accept' })
  await api('PUT', `${tied}/vote`, vote('yes', 'no', 'no'))
  await api('POST', `${tied}/decision`, { verb: 'refuse' })
  await api('POST', `${noted}/decision`, { verb: 'accept' })
  await api('POST', `${delayed}/decision`, { verb: 'delay' })
  return meeting
}

test('from the organ to its act runs one sentence: amendments and rounds come before it, nothing interrupts it', async () => {
  const town = await givenTown()
  const [amended, elected, tied, noted] = await pointsOf(town, await held(town))
  expect(amended).toMatchObject({
    course: [expect.stringMatching(/^Amendement « Deux ans », présenté par .+ est adopté\./)],
    organSpeaks: 'LE CONSEIL COMMUNAL,',
    ...{ votes: ['Par 3 voix pour et une voix contre,'], verb: 'DÉCIDE' },
  })
  expect(elected).toMatchObject({
    course: [expect.stringMatching(/^Premier tour\u00A0: 4 bulletins valables/)],
    votes: ['Au scrutin secret, le choix se portant sur Anna Lenz,'],
  })
  // What was not adopted is not said in the name of the organ, nor for its reasons.
  expect(tied).toMatchObject({
    ...{ organSpeaks: null, motivation: [], verb: null },
    votes: [expect.stringMatching(/les voix étant partagées, la proposition est rejetée\.$/)],
  })
  // Without grounds too, somebody takes note.
  expect(noted).toMatchObject({ organSpeaks: 'LE CONSEIL COMMUNAL,', verb: 'PREND ACTE' })
})

test('a German-speaking municipality keeps its minutes in German, from the name of its organs to the last sentence', async () => {
  const town = await foundTown('municipality', ['de', 'fr'])
  const named = await town.authority.asSystem(organs)
  expect(named.map(({ name, speaks_as }) => [name, speaks_as])).toEqual([
    ['Gemeinderat', 'Der Gemeinderat'],
    ['Gemeindekollegium', 'Das Gemeindekollegium'],
  ])
  const meeting = await held(town)
  const data = await said(town, meeting)
  expect(data).toMatchObject({
    meeting: expect.stringMatching(/^Gemeinderat vom /),
    ...{ labels: { heading: 'Protokoll' }, status: 'Entwurf, nicht genehmigt' },
    quorum: expect.stringMatching(/^4 von 4 amtierenden Mitgliedern anwesend; erforderlich sind 3/),
    signing: { formula: 'Für den Gemeinderat,' },
  })
  const [amended, elected, tied, noted, delayed] = data.parts.flatMap(({ points }) => points)
  expect(amended).toMatchObject({
    course: [
      expect.stringMatching(
        /^Abänderungsantrag „Deux ans“ \(eingereicht: .+\)\. Mit 3 Jastimmen und einer Stimmenthaltung ist der Abänderungsantrag angenommen\. Der Stimme enthält sich: /,
      ),
    ],
    ...{ organSpeaks: 'DER GEMEINDERAT,', verb: 'BESCHLIESST' },
    votes: ['Mit 3 Jastimmen und einer Neinstimme'],
    after: [expect.stringMatching(/^Dagegen stimmt: /)],
  })
  expect(elected?.course).toEqual([
    'Erster Wahlgang: 4 gültige Stimmzettel; absolute Mehrheit: 3. Es erhalten: Anna Lenz 3 Stimmen und Karl Theis eine Stimme.',
  ])
  expect(elected?.votes).toEqual(['In geheimer Abstimmung, in der die Wahl auf Anna Lenz fällt,'])
  expect(tied?.votes).toEqual([
    'Mit 2 Jastimmen und 2 Neinstimmen und somit bei Stimmengleichheit ist der Vorschlag abgelehnt.',
  ])
  expect(noted?.verb).toBe('NIMMT ZUR KENNTNIS')
  expect(delayed?.after).toEqual(['Der Punkt wird vertagt.'])

  const agendas = await onMeeting(town, town.secretariat, meeting, ({ id }) =>
    inItsLanguage(async () => [await composeAgenda(id), await composePublicAgenda(id)]),
  )
  expect(frenchIn([data, agendas])).toEqual([])
})

test('what is noted on a later day has no hour until somebody says it: neither that of a click nor the one for which it was called', async () => {
  const town = await givenTown()
  const { visitor } = town.secretariat
  const { meeting } = await givenMeeting(town, { items: [words] })
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  const unsaid = { opened: 'non noté', closed: 'non noté' }
  expect(await said(town, meeting)).toMatchObject({ ...unsaid, closing: [] })
  const path = `/deliberations/meetings/${meeting.id}`
  expect((await visitor.api('POST', `${path}/steps`, { verb: 'close' })).status).toBe(200)
  const closing = ['L’ordre du jour étant épuisé, la séance est levée.']
  expect(await said(town, meeting)).toMatchObject({ ...unsaid, closing })
  const hours = (opened: string | null, closed: string | null) =>
    visitor.api('PUT', `${path}/hours`, { opened, closed })
  await hours(null, '22:10')
  const over = { closed: '22\u00A0h\u00A010', closing }
  expect(await said(town, meeting)).toMatchObject({ opened: 'non noté', ...over })
  // At the hour for which it was called: somebody said so.
  await hours('20:00', null)
  expect(await said(town, meeting)).toMatchObject({ opened: '20\u00A0h', ...over })
})
