import { beforeEach, describe, expect, test } from 'vitest'
import { formatDate } from '#kernel/i18n'
import { today } from '#commons/clock'
import { read } from '#commons/dossiers'
import { items, rearrange, stepMeeting, withdraw } from '#modules/deliberations'
import { recordAttendance } from '#modules/sittings'
import { adoptRemaining } from '#modules/votes'
import { castVotes, decide, pollOn, reopen } from '../../votes/test/verbs.ts'
import {
  ballotsOf,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  presences,
  type Town,
} from '../../deliberations/test/council.ts'
import { deskOf, market, publicationOf, road } from './desk.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})
const { asks, coming, held, publicOf, publish, rule, step } = deskOf(() => town)

describe('the explanatory note of a project', () => {
  test('is public with it, judged as its other words are (decree of 18 May 2022)', async () => {
    const day = today().add({ days: 20 }).toString()
    const { meeting, points } = await givenMeeting(town, { items: [road], day, until: 'created' })
    const { visitor } = town.secretariat
    const path = `/preparation/of/${points[0]?.id}/explanation`
    const words = '<p>La chaussée de Mme Josiane Thirifays est usée.</p>'
    const written = await visitor.api('POST', path, { words })
    expect(written.status, written.text).toBeLessThan(300)
    await step(meeting, 'freeze')
    expect((await publish(meeting)).status).toBe(409)
    await visitor.api('POST', `${publicationOf(meeting)}/review/${points[0]?.id}`, {
      ...{ words: 'Josiane Thirifays', verdict: 'masked' },
    })
    await publish(meeting)
    const { pages } = await publicOf(meeting)
    const read = mainWords(await asks(pages[0] ?? ''))
    expect(read).toContain('Note explicative')
    expect(read).toContain('est usée')
    expect(read).not.toContain('Thirifays')
    expect(mainWords(await asks('/decisions?q=usée'))).toContain('rue du Moulin')
  })
})

describe('a project that everybody reads', () => {
  test('and that is taken off the agenda says so at once, and the agenda names it no more', async () => {
    const { points, agenda, pages } = await coming([road, market])
    await onItem(town, town.secretariat, points[0] ?? { id: '' }, (item) => withdraw(item))
    const gone = await asks(pages[0] ?? '')
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('n’est plus à l’ordre du jour')
    expect((await asks(`${pages[0]}/1`)).status).toBe(410)
    expect(mainWords(await asks(agenda))).not.toContain('rue du Moulin')
    expect(mainWords(await asks('/decisions?q=moulin'))).toContain('Aucun point.')
    expect((await asks(pages[1] ?? '')).status).toBe(200)
  })

  test('of a meeting that is called off says so, and so does the agenda', async () => {
    const { meeting, agenda, pages } = await coming()
    await step(meeting, 'cancel', 'Salle indisponible')
    const gone = await asks(pages[0] ?? '')
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('La séance est annulée')
    const words = mainWords(await asks(agenda))
    expect(words).toContain('Annulée')
    expect(words).toContain('Réfection de la rue du Moulin')
  })

  test('of a meeting that ended for want of quorum is on an agenda that says so', async () => {
    const { meeting } = await givenMeeting(town, { items: [road], until: 'frozen' })
    await publish(meeting)
    const { agenda } = await publicOf(meeting)
    await onMeeting(town, town.secretariat, meeting, async (now) => {
      const open = await stepMeeting(now, { verb: 'decide', comment: '' })
      await recordAttendance(open, await presences(open, [town.mayor, town.councillor, town.dg]))
      await stepMeeting(open, { verb: 'lift', comment: '' })
    })
    await publish(meeting)
    expect(mainWords(await asks(agenda))).toContain('Levée faute de quorum')
  })

  test('of a meeting that is moved bears its new day at once; a text that changed since leaves by who publishes it', async () => {
    const { meeting, agenda, pages } = await coming()
    const startsAt = meeting.starts_at.add({ hours: 24 * 7 })
    await onMeeting(town, town.secretariat, meeting, (now) =>
      rearrange(now, { startsAt, place: now.place, reason: '', urgency: '' }),
    )
    const spoken = formatDate(startsAt.toZonedDateTimeISO('Europe/Brussels').toPlainDate())
    expect(mainWords(await asks(agenda))).toContain(spoken)
    const words = mainWords(await asks(pages[0] ?? ''))
    expect(words).toContain(`séance du ${spoken}`)
    expect(mainWords(await asks(`${pages[0]}/1`))).toContain('se tient à un autre moment')
  })

  test('and that the council put off is said to be so once the meeting is published', async () => {
    const { meeting, points } = await givenMeeting(town, { items: [road], until: 'frozen' })
    await publish(meeting)
    const { pages } = await publicOf(meeting)
    await onMeeting(town, town.secretariat, meeting, async (now) => {
      const open = await stepMeeting(now, { verb: 'decide', comment: '' })
      await recordAttendance(open, await presences(open))
      await decide(await read(items, points[0]?.id ?? '', { lock: true }), open, 'delay')
    })
    await step(meeting, 'close')
    await publish(meeting)
    const words = mainWords(await asks(pages[0] ?? ''))
    expect(words).toContain('Reporté')
    expect(words).toContain('L’organe n’a pas décidé ce point')
  })
})

test('a point that comes back is kept back, named and masked as the one before it was', async () => {
  const person = 'Josiane Thirifays'
  const demand = { ...road, motivation: `<p>Vu la demande de Mme ${person}</p>` }
  const { meeting, points } = await givenMeeting(town, { items: [demand, market], until: 'frozen' })
  const [masked, withheld] = points
  const { visitor } = town.secretariat
  const page = publicationOf(meeting)
  await visitor.api('POST', `${page}/review/${masked?.id}`, { words: person, verdict: 'masked' })
  await visitor.api('POST', `${page}/choices/${withheld?.id}`, { withheld: 'Négociation en cours' })
  await onMeeting(town, town.secretariat, meeting, async (now) => {
    const open = await stepMeeting(now, { verb: 'decide', comment: '' })
    await recordAttendance(open, await presences(open))
    for (const { id } of points) await decide(await read(items, id, { lock: true }), open, 'delay')
  })
  await step(meeting, 'close')
  const { meeting: next } = await givenMeeting(town, { items: [], until: 'created' })
  const again = (await visitor.api('GET', '/deliberations/items?state=validated')).items<{
    id: string
    title: string
  }>()
  for (const { id, title } of again)
    if ([road.title, market.title].includes(title))
      await visitor.api('POST', `/deliberations/items/${id}/presentation`, { meeting_id: next.id })
  await visitor.api('POST', `/deliberations/meetings/${next.id}/steps`, { verb: 'freeze' })
  await publish(next)
  const { text, pages } = await publicOf(next)
  expect(text).toContain('Négociation en cours')
  expect(pages).toHaveLength(1)
  const words = mainWords(await asks(pages[0] ?? ''))
  expect(words).toContain('Vu la demande')
  expect(words).not.toContain(person)
})

describe('a decision that everybody reads', () => {
  test('tells what changed since it was a project, whatever was published between', async () => {
    const { meeting, points } = await givenMeeting(town, { items: [road], until: 'frozen' })
    await publish(meeting)
    const { pages } = await publicOf(meeting)
    await onMeeting(town, town.secretariat, meeting, async (now) => {
      const open = await stepMeeting(now, { verb: 'decide', comment: '' })
      await recordAttendance(open, await presences(open))
      await adoptRemaining(open)
    })
    await step(meeting, 'close')
    await publish(meeting)
    const path = `${publicationOf(meeting)}/choices/${points[0]?.id}`
    await town.secretariat.visitor.api('POST', path, { withheld: '', title: 'Une rue refaite' })
    await publish(meeting)
    const [page = ''] = pages
    expect((await asks(page)).text).toContain(`href="${page}/3/changes/1"`)
    const changed = mainWords(await asks(`${page}/3/changes/1`))
    expect(changed).toContain('Une rue refaite')
    expect(changed).toContain('Projet')
    expect((await asks(`${page}/3/changes/9`)).status).toBe(404)
  })

  test('and that is taken back is read no more, with a sentence', async () => {
    const { meeting, points, pages } = await held([road, market])
    await step(meeting, 'reopen', 'Erreur de compte')
    expect((await asks(pages[0] ?? '')).status).toBe(200)
    await onMeeting(town, town.secretariat, meeting, async (now) =>
      reopen(await read(items, points[0]?.id ?? '', { lock: true }), now),
    )
    const gone = await asks(pages[0] ?? '')
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('est reprise')
    const page = mainWords(await town.secretariat.visitor.get(publicationOf(meeting)))
    expect(page).toContain('Tout le monde lit encore la copie publiée')
  })

  test('and that its organ hides while it is written is read no more', async () => {
    await town.secretariat.visitor.api('POST', '/practices/practices', {
      ...{ title: 'Conseil', organ_id: town.council.id, hides: true, goes_on: 'no' },
      ...{ since: null, categories: [] },
    })
    const { meeting, pages } = await held()
    await step(meeting, 'reopen', 'Erreur de compte')
    const gone = await asks(pages[0] ?? '')
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('en cours de rédaction')
  })

  test('names no voters once its organ shows none: who publishes is told, and older copies go', async () => {
    const { meeting, points } = await givenMeeting(town, { items: [road] })
    const ballots = await ballotsOf(town, meeting, 'yes', 'yes', 'yes', 'no')
    await onMeeting(town, town.secretariat, meeting, async (now) => {
      const item = await read(items, points[0]?.id ?? '', { lock: true })
      await castVotes(item, await pollOn(item, now), ballots)
      await decide(item, now, 'accept')
    })
    await step(meeting, 'close')
    await publish(meeting)
    const { pages, agenda } = await publicOf(meeting)
    expect(mainWords(await asks(pages[0] ?? ''))).toContain('Falleur')
    expect(mainWords(await asks(agenda))).toContain('Falleur')
    await rule({ names: '' })
    const { notices } = (await town.secretariat.visitor.api('GET', '/notices')).json<{
      notices: { words: string | null }[]
    }>()
    expect(notices.map(({ words }) => words).join()).toContain('ne dit plus qui a voté quoi')
    await publish(meeting)
    for (const path of [pages[0] ?? '', `${pages[0]}/1`, agenda, `${agenda}/1`])
      expect((await asks(path)).text, path).not.toContain('Falleur')
  })
})
