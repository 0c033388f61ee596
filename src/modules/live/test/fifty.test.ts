import { expect, test } from 'vitest'
import { meetingPath } from '#modules/deliberations'
import { addSeat } from '#commons/organs'
import { figure, ground, prepared, queriesOf, type TestPerson } from '#test/harness'
import { foundTown, givenMeeting, onMeeting, seatIds } from '../../deliberations/test/council.ts'
import { openVoteOf } from '../open-vote.ts'
import { openVote } from '../poll.ts'

const many = 50

/** A council of fifty more, each with a screen. */
const givenFifty = prepared(async () => {
  const town = await foundTown()
  const members: TestPerson[] = []
  const validFrom = Temporal.PlainDate.from('2018-12-03')
  for (let one = 0; one < many; one += 1) {
    const { id } = await town.authority.person({ roles: ['councillor'], lastName: `M${one}` })
    await town.authority.asSystem(() =>
      addSeat({
        ...{ organId: town.council.id, personId: id, part: 'member', title: 'member', validFrom },
      }),
    )
    members.push(await town.authority.signIn(id))
  }
  return { authority: town.authority, town, members }
})

/** Comes back when a screen that follows shows these words; it asks again at each change, as the island does. */
async function screenShows(
  { town }: Awaited<ReturnType<typeof givenFifty>>,
  { token }: TestPerson,
  path: string,
  words: string,
) {
  const { app } = await ground()
  const ask = (address: string, headers: Record<string, string>) =>
    app.request(`http://${town.authority.host}${address}`, {
      headers: { host: town.authority.host, cookie: `session=${token}`, ...headers },
    })
  const stream = await ask(`${path}/signals`, { accept: 'text/event-stream' })
  const reader = stream.body?.getReader()
  await reader?.read()
  const shown = (async () => {
    for (;;) {
      await reader?.read()
      const page = await (await ask(path, { 'x-part': 'live' })).text()
      if (page.includes(words)) return performance.now()
    }
  })()
  return { shown: shown.finally(() => reader?.cancel()) }
}

test('ballots that fifty devices cast at once are on every screen, each of which asks a bounded number of queries', async () => {
  const fifty = await givenFifty()
  const { town, members } = fifty
  const { meeting, points } = await givenMeeting(town, { items: [{}] })
  const [item] = points
  if (!item) throw new Error('It has a point')
  await onMeeting(town, town.secretariat, meeting, (found) => openVote(found, item))
  const open = await town.authority.asSystem(() => openVoteOf(meeting))
  const path = `${meetingPath(meeting)}/live`
  const seats = await seatIds(town, meeting)
  const own = new Map(members.map(({ id }, at) => [id, seats[seats.length - 1 - many + at] ?? '']))
  const screens = await Promise.all(
    [town.secretariat, town.mayor, ...members].map((who) =>
      screenShows(fifty, who, path, `${many} bulletins rendus sur ${many + 4}`),
    ),
  )
  const begun = performance.now()
  const cast = await Promise.all(
    members.map(({ id, visitor }) =>
      visitor.api('POST', `${path}/votes/${open?.id}/ballots`, {
        ...{ seat_id: own.get(id), choice: 'yes' },
      }),
    ),
  )
  expect(cast.map(({ status }) => status)).toEqual(members.map(() => 204))
  const last = Math.max(...(await Promise.all(screens.map(({ shown }) => shown))))
  figure('a vote that 50 devices cast at once is on 52 screens', Math.round(last - begun), 'ms')
  const queries = await queriesOf(() => town.mayor.visitor.get(path))
  expect(queries.length).toBeLessThan(45)
})
