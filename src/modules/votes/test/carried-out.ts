import { read } from '#commons/dossiers'
import { richTextOf } from '#commons/records'
import { type Item, items, type Meeting, meetings } from '#modules/deliberations'
import {
  moveItem,
  openSitting,
  present,
  rewrite,
  stepMeeting,
  withdraw,
} from '../../deliberations/test/verbs.ts'
import {
  noteMovement,
  recordAttendance,
  removeMovement,
  votersIn,
  movementsOf,
  sittingOf,
  declareUrgency,
} from '../../sittings/test/verbs.ts'
import { applyVote } from '../applying.ts'
import { castChoice, takeBackChoice } from '../choice.ts'
import { motionsOn, putMotion, withdrawMotion } from '../motion.ts'
import { adoptRemaining, adoptUnanimously, decide, pollOn, reopen } from '../session.ts'
import { callable, callMember, dismissCalled, recogniseUrgency } from '../tie.ts'
import { castVotes, countSecretVotes, takeBackVote } from '../vote.ts'
import { closed } from './carried-around.ts'
import { carriedOutInCourse } from './course-deeds.ts'
import { at, type Deed } from './deeds.ts'
import { electedOn } from './election-deeds.ts'
import type { Held } from './houses.ts'

/** Does one thing to a meeting, its points or its minutes, as a route does. */
export async function carriedOut(
  { meeting: { id }, points, spare }: Held,
  deed: Deed,
): Promise<unknown> {
  const all = [...points, ...spare]
  const locked = () => read(meetings, id, { lock: true })
  const point = (which: number) => read(items, at(all, which).id, { lock: true })
  switch (deed.do) {
    case 'open':
      return openSitting(await locked())
    case 'close':
      return closed(await locked())
    case 'step':
      return stepMeeting(await locked(), { verb: deed.verb, comment: 'Pour voir' })
    case 'adopt':
      return adoptRemaining(await locked())
    case 'attend': {
      const meeting = await locked()
      const { attendees } = await sittingOf(meeting)
      const seats = attendees.map((seat, which) => [
        seat.id,
        deed.away.includes(which) ? ('excused' as const) : ('present' as const),
      ])
      return recordAttendance(meeting, Object.fromEntries(seats))
    }
    case 'move_person': {
      const meeting = await locked()
      const { attendees } = await sittingOf(meeting)
      const noted = { seat_id: at(attendees, deed.seat).id, item_id: at(all, deed.item).id }
      return noteMovement(meeting, { ...noted, kind: deed.kind, at: null })
    }
    case 'erase_movement': {
      const meeting = await locked()
      const [first] = await movementsOf(meeting)
      return first && removeMovement(meeting, first.id)
    }
    case 'incident':
    case 'resume':
    case 'erase_incident':
    case 'stretch':
    case 'proxy':
    case 'erase_proxy':
      return carriedOutInCourse(await locked(), all, deed)
    case 'vote': {
      const item = await point(deed.item)
      const poll = await pollOn(item, await read(meetings, id))
      const cast = poll.voters.map(
        ({ id: seat }, which) => [seat, deed.ballots[which] ?? 'abstain'] as const,
      )
      if (item.poll_type !== 'secret') return castVotes(item, poll, Object.fromEntries(cast))
      const of = (choice: string) => deed.ballots.filter((one) => one === choice).length
      const counts = { yes: of('yes'), no: of('no'), abstain: of('abstain'), blank: 0, invalid: 0 }
      return countSecretVotes(item, poll, counts)
    }
    case 'decide':
      return decide(await point(deed.item), await read(meetings, id), deed.verb)
    case 'reopen':
      return reopen(await point(deed.item), await read(meetings, id))
    case 'unvote':
      return takeBackVote(await point(deed.item))
    case 'unanimity':
      return adoptUnanimously(await point(deed.item), await read(meetings, id))
    case 'urgent': {
      const item = await point(deed.item)
      const meeting = await read(meetings, id)
      const voters = votersIn(await sittingOf(meeting), item.position ?? 0)
      return declareUrgency(
        item,
        meeting,
        voters.map((seat) => seat.id),
      )
    }
    case 'put': {
      const item = await point(deed.item)
      const { length } = await motionsOn([item.id])
      return putMotion(item, await read(meetings, id), {
        ...{ kind: deed.kind, title: `${deed.kind} ${deed.item}.${length}`, proposed_by: null },
        proposal: await richTextOf('<p>Amendé.</p>', 'proposal'),
        secret: item.poll_type === 'secret',
      })
    }
    case 'unput': {
      const item = await point(deed.item)
      const [first] = await motionsOn([item.id])
      return first && withdrawMotion(item, first)
    }
    case 'vote_apart':
      return votedApart(await point(deed.item), await read(meetings, id), deed.choice)
    case 'unvote_apart': {
      const item = await point(deed.item)
      const [first] = await motionsOn([item.id])
      if (first?.kind === 'option') return takeBackChoice(item)
      return first && takeBackVote(item, first)
    }
    case 'recognise': {
      const [item, meeting] = [await point(deed.item), await read(meetings, id)]
      const voters = votersIn(await sittingOf(meeting), item.position ?? 0)
      return recogniseUrgency(
        item,
        meeting,
        voters.map((seat) => seat.id),
      )
    }
    case 'call': {
      const [item, meeting] = [await point(deed.item), await read(meetings, id)]
      const [seat] = (await callable(meeting))?.seats ?? []
      return seat && callMember(item, meeting, seat.id)
    }
    case 'uncall':
      return dismissCalled(await point(deed.item), await read(meetings, id))
    case 'apply': {
      const meeting = await locked()
      return applyVote(await point(deed.item), meeting, 20)
    }
    case 'elect':
      return electedOn(await point(deed.item), await read(meetings, id), deed)
    case 'withdraw':
      return withdraw(await read(items, at(all, deed.item).id))
    case 'place':
      return moveItem(
        await locked(),
        at(all, deed.item).id,
        typeof deed.to === 'number' ? deed.to + 1 : deed.to,
      )
    case 'present':
      return present(at(all, deed.item), await locked())
    case 'rewrite':
      return rewrite(await point(deed.item), deed.said)
  }
}

/** Votes on what is put to the vote first, or chooses where that is a choice. */
async function votedApart(item: Item, meeting: Meeting, choice: 'yes' | 'no'): Promise<unknown> {
  const poll = await pollOn(item, meeting)
  const motions = await motionsOn([item.id])
  const seats = poll.voters.map((seat) => seat.id)
  const [first] = motions
  if (!first) return null
  if (first.kind === 'option')
    return castChoice(item, poll, Object.fromEntries(seats.map((seat) => [seat, first.id])))
  if (!first.secret)
    return castVotes(item, poll, Object.fromEntries(seats.map((seat) => [seat, choice])), first)
  const counts = { yes: 0, no: 0, abstain: 0, blank: 0, invalid: 0, [choice]: seats.length }
  return countSecretVotes(item, poll, counts, first)
}
