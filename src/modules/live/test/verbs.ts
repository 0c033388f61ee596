import { sql } from 'kysely'
import { db } from '#kernel/db'
import { read } from '#commons/dossiers'
import { type Item, items, meetings } from '#modules/deliberations'
import { motionStates, pollOn } from '#modules/votes'
import { callPoint } from '../front.ts'
import { openVoteOf, seatsOfMine } from '../open-vote.ts'
import { castChoice, closeVote, dropVote, noteAloud, openVote } from '../poll.ts'

/** What is done on the screens of a sitting. */
export interface OnScreens {
  verb: 'call' | 'open' | 'open_motion' | 'own' | 'aloud' | 'close_vote' | 'drop_vote'
  choice: 'yes' | 'no' | 'abstain'
}

/** Does something on the screens of a meeting, as its route does: who votes holds nothing but the vote. */
export async function onScreens(
  meetingId: string,
  point: { id: string },
  { verb, choice }: OnScreens,
): Promise<unknown> {
  const isBallot = verb === 'own' || verb === 'aloud'
  const meeting = await read(meetings, meetingId, { lock: !isBallot })
  const itsItem = (): Promise<Item> => read(items, point.id)
  if (verb === 'call') return callPoint(meeting, await itsItem())
  if (verb === 'open') return openVote(meeting, await itsItem())
  if (verb === 'open_motion') {
    const [first] = (await motionStates([point.id])).get(point.id)?.open ?? []
    return first && openVote(meeting, await itsItem(), first)
  }
  const vote = await openVoteOf(meeting)
  if (!vote) return undefined
  if (verb === 'close_vote') return closeVote(meeting, vote.id)
  if (verb === 'drop_vote') return dropVote(meeting, vote.id)
  const poll = await pollOn(vote.item, meeting)
  if (verb === 'own')
    for (const { id } of seatsOfMine(poll)) await castChoice(meeting, vote.id, id, choice)
  else
    for (const { id } of poll.voters)
      if (!vote.choices.has(id)) await noteAloud(meeting, vote.id, id, choice)
  return undefined
}

/** What the screens of a meeting say that is not so; nothing should be. */
export async function untrueOnScreens(meeting: { id: string; state: string }): Promise<string[]> {
  const { rows } = await sql<{
    item_id: string
    motion_id: string | null
    secret: boolean
    voted: boolean
  }>`
    select p.item_id, p.motion_id, p.secret, exists (select from votes.vote v where v.item_id = p.item_id
      and v.motion_id is not distinct from p.motion_id) as voted
    from live.poll p where p.meeting_id = ${meeting.id}`.execute(db())
  const wrong: string[] = []
  for (const { item_id, motion_id, secret, voted } of rows) {
    const item = await read(items, item_id)
    const name = `a vote is open on a point that is ${item.state}`
    if (meeting.state !== 'decided') wrong.push(`${name}, in a meeting that is ${meeting.state}`)
    if (item.state !== 'frozen' || item.meeting_id !== meeting.id) wrong.push(name)
    const manner = secret ? 'secret' : 'freehand'
    if (motion_id === null && item.poll_type !== manner)
      wrong.push(`${name}, ${manner}, of which the vote is ${item.poll_type}`)
    if (item.poll_type === 'no_vote') wrong.push(`${name}, that is not voted`)
    if (voted) wrong.push('a vote is open on what was voted')
  }
  return wrong
}
