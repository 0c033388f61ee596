import { expect } from 'vitest'
import { type Item, itemPath, type Meeting, meetingPath } from '#modules/deliberations'
import { ground, type TestPerson } from '#test/harness'
import { givenMeeting, seatIds, type Sketch, type Town } from '../../deliberations/test/council.ts'
import { ballotOf, drawPaper, unblind } from '../device.ts'
import { boxKeys, toBytes, toText } from '../sealing.ts'

export const secret = { privacy: 'secret', poll_type: 'secret', matter: 'appointment' } as const
export const livePath = (meeting: Meeting) => `${meetingPath(meeting)}/live`

export interface Open {
  meeting: Meeting
  item: Item
  vote: string
  path: string
  opens: string
  paperKey: string
  boxKey: string
  seats: { mayor: string; councillor: string; third: string; fourth: string }
}

/** The devices of the members of a council, and of who leads it. */
export function devicesOf(town: () => Town) {
  const as = (who: TestPerson, method: string, path: string, body?: unknown) =>
    who.visitor.api(method, path, body)

  /** A secret vote that is open: the mayor and a councillor have devices, two others have none. */
  async function opened(sketch: Sketch = secret, motion_id?: string): Promise<Open> {
    const { meeting, points } = await givenMeeting(town(), { items: [sketch] })
    const [item] = points
    if (!item) throw new Error('It has a point')
    return openOn(meeting, item, motion_id)
  }

  async function openOn(meeting: Meeting, item: Item, motion_id?: string): Promise<Open> {
    const [mayor = '', councillor = '', third = '', fourth = ''] = await seatIds(town(), meeting)
    const { seals, opens } = await boxKeys()
    const answer = await as(town().secretariat, 'POST', `${livePath(meeting)}/votes`, {
      ...{ item_id: item.id, box_key: seals, ...(motion_id && { motion_id }) },
    })
    expect(answer.status, answer.text).toBe(201)
    const { vote } = answer.json<{ vote: { id: string; secret: Record<string, string> } }>()
    return {
      ...{ meeting, item, opens, vote: vote.id, path: `${livePath(meeting)}/votes/${vote.id}` },
      ...{ paperKey: vote.secret['paper_key'] ?? '', boxKey: vote.secret['box_key'] ?? '' },
      seats: { mayor, councillor, third, fourth },
    }
  }

  const ask = (who: TestPerson, { path }: Open, seat_id: string, blinded: Uint8Array) =>
    as(who, 'POST', `${path}/papers`, { seat_id, blinded: toText(blinded) })

  /** Somebody’s device takes the paper of a seat. */
  async function paperOf(who: TestPerson, open: Open, seat: string) {
    const blank = await drawPaper(open.paperKey)
    const answer = await ask(who, open, seat, blank.blinded)
    expect(answer.status, answer.text).toBe(200)
    const signed = toBytes(answer.json<{ signed: string }>().signed)
    return { ...blank, proof: await unblind(open.paperKey, blank, signed) }
  }

  /** A device without any session sends a sealed ballot. */
  async function send(sent: object) {
    const { app } = await ground()
    const { host } = town().authority
    return app.request(`http://${host}/ballot-box`, {
      method: 'POST',
      headers: { host, 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    })
  }
  async function cast(
    { vote, boxKey }: Open,
    paper: Awaited<ReturnType<typeof paperOf>>,
    ...answers: string[]
  ) {
    const { sent, number } = await ballotOf(vote, boxKey, paper, answers)
    return { answer: await send(sent), number, sent }
  }
  const count = ({ path, opens }: Open, by_hand?: object, key = opens) =>
    as(town().secretariat, 'POST', `${path}/counting`, { key, ...(by_hand && { by_hand }) })
  const resultOf = async (item: Item) =>
    (await as(town().secretariat, 'GET', `${itemPath(item)}/vote`)).json()
  return { as, opened, openOn, ask, paperOf, send, cast, count, resultOf }
}
