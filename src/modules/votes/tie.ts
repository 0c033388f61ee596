import { actAs, ensureInPerson, system } from '#kernel/access'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { fullName } from '#commons/directory'
import { read, tell } from '#commons/dossiers'
import { applied, type CalledMember, type LegalRule, type MajorityRule } from '#commons/law'
import { organs, type Seat, seatsOn } from '#commons/organs'
import { type Item, items, type Meeting, dayOf, organKind } from '#modules/deliberations'
import { outcomeOf, outcomesOf } from './recorded.ts'
import {
  attendance,
  ensureHolds,
  eraseCalled,
  eraseUrgency,
  noteCalled,
  noteVoices,
  sittingOf,
  tieUrgency,
  urgenciesOf,
  votersIn,
} from '#modules/sittings'

/** A tie on a matter whose urgency was recognised before (CDLD L1123-22). */
const urgentLaw = applied('vote.majority_urgent', 'majority', 'votes.applies.majority_urgent')
/** A tie on one matter for the third time (CDLD L1123-22). */
const tiedLaw = applied('vote.majority_tied', 'majority', 'votes.applies.majority_tied')
/** Whom an organ may call where its votes are tied (CDLD L1123-22). */
const calledLaw = applied('vote.called_member', 'called_member', 'votes.applies.called_member')

type Rule = LegalRule<MajorityRule>

/**
 * The rule of majority of one point: where a tie puts it off, another may hold, by which the vote of whoever presides decides:
 * its urgency was recognised, or votes on it were tied so many times before.
 */
export async function majorityOf(item: Item, meeting: Meeting, usual: Rule): Promise<Rule> {
  if (usual.value.tie !== 'postponed') return usual
  const [kind, day] = [await organKind(meeting), dayOf(meeting)]
  const urgent = await urgentLaw.on(kind, day)
  if (urgent && (await urgenciesOf([item.id])).has(item.id)) return urgent
  const tied = await tiedLaw.on(kind, day)
  const ties = tied ? await tiesBefore(item) : 0
  return tied && ties + 1 >= (tied.value.afterTies ?? 1) ? tied : usual
}

/** How many times the votes were tied on the matter of a point at earlier sittings: on the points that it follows. */
export async function tiesBefore(item: Pick<Item, 'predecessor_id'>): Promise<number> {
  const before = await followedBy(item)
  const outcomes = await outcomesOf(before)
  return before.filter((id) => outcomes.get(id) === 'tie_postponed').length
}

/** The points that one follows, the last first; whoever may read which. */
async function followedBy(item: Pick<Item, 'predecessor_id'>): Promise<string[]> {
  const before: string[] = []
  let next = item.predecessor_id
  while (next && !before.includes(next)) {
    before.push(next)
    const id: string = next
    next = (await actAs(system, () => read(items, id))).predecessor_id
  }
  return before
}

/** By which rule an organ calls a member of another, and who may be: those of the other, in their order, who do not sit here. */
export interface Callable {
  rule: LegalRule<CalledMember>
  seats: Seat[]
}

/** Who may be called to sit for a point; undefined where its organ calls nobody. */
export async function callable(meeting: Meeting): Promise<Callable | undefined> {
  const day = dayOf(meeting)
  const rule = await calledLaw.on(await organKind(meeting), day)
  const other = rule && (await organs()).find(({ kind }) => kind === rule.value.from)
  if (!other) return undefined
  const here = new Set((await attendance(meeting)).map(({ person_id }) => person_id))
  const seats = await seatsOn(other.id, day)
  return {
    rule,
    seats: seats.filter((seat) => seat.part === 'member' && !here.has(seat.person_id)),
  }
}

/**
 * Calls a member of another organ to sit for one point whose votes were tied (CDLD L1123-22): it is voted anew, with them.
 */
export async function callMember(item: Item, meeting: Meeting, seatId: string): Promise<void> {
  ensureInPerson()
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  ensure((await outcomeOf(item.id)) === 'tie_postponed', Conflict, 'votes.called.no_tie')
  const able = await callable(meeting)
  ensure(able, Conflict, 'votes.called.no_rule')
  const seat = able.seats.find(({ id }) => id === seatId)
  if (!seat) throw Invalid.field('seat_id', 'http.field.choose')
  await noteCalled(item, seat, able.rule.article)
  await tell(items, item.id, 'call', { title: fullName(seat), seat: seat.id })
}

/** Who was called is not any more: it was a mistake. Refuses where they voted. */
export async function dismissCalled(item: Item, meeting: Meeting): Promise<void> {
  ensureInPerson()
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  const gone = await eraseCalled([item.id])
  ensure(gone.length > 0, Conflict, 'votes.called.nobody')
  await ensureHolds(meeting)
  await tell(items, item.id, 'uncall', { title: gone.map(fullName).join(', ') })
}

/**
 * Records who recognises, before it is discussed, that a point is urgent (urgence reconnue): should its votes be tied, the vote
 * of whoever presides decides (CDLD L1123-22). Nobody: it was a mistake. Not once it is voted on.
 */
export async function recogniseUrgency(
  item: Item,
  meeting: Meeting,
  seatIds: readonly string[],
): Promise<void> {
  ensureInPerson()
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  ensure(!(await outcomeOf(item.id)), Conflict, 'votes.urgency.before_the_vote')
  const sitting = await sittingOf(meeting)
  const rule = await tieUrgency(meeting, sitting)
  ensure(rule, Conflict, 'sittings.urgency.no_rule')
  const voters = votersIn(sitting, item.position ?? 0)
  const named = [...new Set(seatIds)]
  if (named.some((seat) => !voters.some(({ id }) => id === seat)))
    throw Invalid.field('seats', 'sittings.vote.absent_voter')
  if (named.length > 0 && named.length < rule.needed)
    throw Invalid.field('seats', 'sittings.urgency.too_few', {
      ...{ count: named.length, needed: rule.needed, present: voters.length },
      article: rule.article,
    })
  await eraseUrgency([item.id])
  if (named.length > 0) await noteVoices(item, rule.article, named)
  await tell(items, item.id, 'urgency', { voices: named.length, present: voters.length })
}
