import { beforeEach, describe, expect, test } from 'vitest'
import { switchOff, switchOn } from '#commons/trades'
import { type Item, type Meeting, withdraw } from '#modules/deliberations'
import { choose } from '#modules/publications'
import {
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  seen,
  type Town,
  written,
} from '../../deliberations/test/council.ts'
import { deskOf as placesOf, market } from './desk.ts'
import { deskOf } from '../../publications/review/test/given.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})
const { asks, judge, publish, rule } = deskOf(() => town)
const { publicOf, coming } = placesOf(() => town)

const name = 'Josiane Thirifays'
const named = { title: `Engagement de ${name}`, decision: 'D’engager' }

const call = async (method: 'POST' | 'PUT', path: string, body: Record<string, unknown>) => {
  const answer = await town.secretariat.visitor.api(method, `/deliberations${path}`, body)
  expect(answer.status, answer.text).toBeLessThan(300)
}
const stepTo = (meeting: Meeting, verb: string) =>
  call('POST', `/meetings/${meeting.id}/steps`, { verb })

/** The point becomes something else, as whoever writes it says. */
async function reword(point: Item, sketch: Record<string, string>): Promise<void> {
  const { version } = await seen(town, point)
  await call('PUT', `/items/${point.id}`, { ...written(town, sketch), version })
}

/** Nobody reads the name where points are listed, found and followed. */
async function expectUnsaid(): Promise<void> {
  for (const path of ['/decisions', '/decisions?q=Thirifays', '/feeds/decisions.atom'])
    expect((await asks(path)).text, path).not.toContain('Josiane')
}

/** A point whose first copy does not name somebody, and whose second does. */
async function namedLater() {
  const { meeting, points, pages, agenda } = await coming([
    { title: 'Un engagement', decision: 'D’engager' },
    market,
  ])
  const [point] = points
  if (!point) throw new Error('The meeting has no point')
  await reword(point, named)
  await judge(meeting, point, { words: name, verdict: 'kept' })
  await publish(meeting)
  const page = pages[0] ?? ''
  expect((await asks(page)).text).toContain(name)
  return { meeting, point, page, agenda }
}

describe('what is masked of a point', () => {
  test('is read nowhere any more where the point itself waits for other words to be judged', async () => {
    const { meeting, point, page } = await namedLater()
    await judge(meeting, point, { words: name, verdict: 'masked' })
    await reword(point, { ...named, motivation: '<p>Vu la demande de M. Désiré Wauthelet</p>' })
    await publish(meeting)
    expect((await asks(page)).status).toBe(410)
    expect((await asks(`${page}/1`)).status).toBe(410)
    await expectUnsaid()
  })

  test('is read nowhere any more where its organ makes such points public no more', async () => {
    const { meeting, point, page } = await namedLater()
    await judge(meeting, point, { words: name, verdict: 'masked' })
    await rule({ projects: 'no' })
    await publish(meeting)
    expect((await asks(page)).text).not.toContain(name)
    await expectUnsaid()
  })

  test('is in no older agenda, under whatever number the point stood there', async () => {
    const { meeting, points } = await givenMeeting(town, {
      ...{ items: [market, named], until: 'frozen' },
    })
    const point = points[1]
    if (!point) throw new Error('The meeting has two points')
    await judge(meeting, point, { words: name, verdict: 'kept' })
    await publish(meeting)
    const { agenda } = await publicOf(meeting)
    expect((await asks(agenda)).text).toContain(name)
    await stepTo(meeting, 'unfreeze')
    await call('POST', `/meetings/${meeting.id}/order`, { id: point.id, position: 1 })
    await stepTo(meeting, 'freeze')
    await judge(meeting, point, { words: name, verdict: 'masked' })
    await publish(meeting)
    expect((await asks(agenda)).status).toBe(200)
    for (const number of [1, 2, 3])
      expect((await asks(`${agenda}/${number}`)).text).not.toContain(name)
  })

  test('is masked in older copies too where the text says it no more', async () => {
    const { meeting, point, page } = await namedLater()
    await reword(point, { title: 'Un engagement', decision: 'D’engager une personne' })
    await publish(meeting)
    expect((await asks(`${page}/2`)).text).toContain(name)
    const judged = await judge(meeting, point, { words: name, verdict: 'masked' })
    expect(judged.status).toBe(200)
    await publish(meeting)
    expect((await asks(`${page}/2`)).text).not.toContain(name)
    expect((await asks(page)).status).toBe(200)
  })
})

test('a point that is put into closed session while the trade is off is public no more once it is on', async () => {
  const { point, page } = await namedLater()
  const { authority } = town
  const administrator = await authority.person({ roles: ['administrator'] })
  for (const trade of ['incoming', 'regulations', 'publications'])
    await authority.as(administrator, () => switchOff(trade))
  await reword(point, { ...named, privacy: 'secret' })
  await authority.as(administrator, () => switchOn('publications'))
  expect((await asks(page)).status).toBe(410)
  expect(mainWords(await asks('/decisions?q=Thirifays'))).toContain('Aucun point.')
})

describe('a point that is kept back and stands on the public agenda under the title that was said for it', () => {
  /** It is told on the agenda of a meeting to come, which was published twice. */
  async function titled(title: string) {
    const { meeting, points, agenda } = await coming([market, { ...named, title }])
    const [, point] = points
    if (!point) throw new Error('The meeting has two points')
    const keeps = (said: string) =>
      onItem(town, town.secretariat, point, (item) =>
        choose(item, { withheld: 'Négociation en cours', title: said, annexes: [] }),
      )
    await keeps(title)
    return { meeting, point, agenda, keeps }
  }

  const title = 'Vente de la cure'

  test('is told nowhere once it is put into closed session, in no older agenda either', async () => {
    const { meeting, point, agenda } = await titled(title)
    await publish(meeting)
    await publish(meeting)
    expect((await asks(agenda)).text).toContain(title)
    await reword(point, { ...named, title, privacy: 'secret' })
    expect((await asks(agenda)).status).toBe(200)
    for (const path of ['', '/1', '/2', '/3', '.jsonld'])
      expect((await asks(`${agenda}${path}`)).text, path).not.toContain(title)
    expect((await asks('/open-data/changes')).text).not.toContain(title)
  })

  test('is told without it at once where none is said any more', async () => {
    const { meeting, agenda, keeps } = await titled(title)
    await publish(meeting)
    await keeps('')
    const { text } = await asks(agenda)
    expect(text).not.toContain(title)
    expect(text).toContain('Point non publié')
  })

  test('leaves the agenda with the act that takes it off, and what is masked of it elsewhere is read there no more', async () => {
    const { meeting, point, agenda } = await titled(named.title)
    await judge(meeting, point, { words: name, verdict: 'kept' })
    await publish(meeting)
    expect((await asks(agenda)).text).toContain(name)
    await onItem(town, town.secretariat, point, (item) => withdraw(item))
    expect((await asks(agenda)).text).not.toContain(name)
    const { meeting: next } = await givenMeeting(town, { items: [market], until: 'created' })
    await call('POST', `/items/${point.id}/presentation`, { meeting_id: next.id })
    await stepTo(next, 'freeze')
    await judge(next, point, { words: name, verdict: 'masked' })
    await publish(next)
    for (const path of ['', '/1', '/2', '/3'])
      expect((await asks(`${agenda}${path}`)).text, path).not.toContain(name)
  })
})
