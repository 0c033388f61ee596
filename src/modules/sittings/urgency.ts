import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { tell } from '#commons/dossiers'
import { applied, type LegalRule, type ShareOfPresent } from '#commons/law'
import {
  type Item,
  type Meeting,
  dayOf,
  items,
  organKind,
  type Point,
} from '#modules/deliberations'
import { votes } from '#commons/organs'
import { membersFor, quorum } from './quorum.ts'
import { type Fault, type Sitting, votersIn } from './presence.ts'
import { sittingOf } from './sitting.ts'

/** Which share of those present declares a point urgent that is not on the agenda (CDLD L1122-24). */
const urgencyLaw = applied('council.urgency', 'share_of_present', 'sittings.applies.urgency')

/** How many recognise an urgency before the discussion, for a tie to be broken (CDLD L1123-22). */
const tieUrgencyLaw = applied('vote.tie_urgency', 'quorum', 'sittings.applies.tie_urgency')

/** By how many of an organ an urgency is recognised that breaks ties; undefined where none does. */
export async function tieUrgency(
  meeting: Meeting,
  { attendees }: Sitting,
): Promise<{ article: string; needed: number } | undefined> {
  const rule = await tieUrgencyLaw.on(await organKind(meeting), dayOf(meeting))
  if (!rule) return undefined
  const inOffice = attendees.filter(votes).length
  return { article: rule.article, needed: quorum(inOffice, 0, rule.value).required }
}

/** The rule of urgency of a meeting; undefined where its organ decides late points without one. */
export async function urgencyRule(
  meeting: Meeting,
): Promise<LegalRule<ShareOfPresent> | undefined> {
  return urgencyLaw.on(await organKind(meeting), dayOf(meeting))
}

/** The seats of those who declared points urgent, by point; nothing of those whose urgency nobody declared. */
export async function urgenciesOf(itemIds: readonly string[]): Promise<Map<string, string[]>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('sittings.urgency_voice')
    .select(['item_id', 'seat_id'])
    .where('item_id', 'in', itemIds)
    .execute()
  const voices = Map.groupBy(rows, ({ item_id }) => item_id)
  return new Map([...voices].map(([id, some]) => [id, some.map(({ seat_id }) => seat_id)]))
}

/**
 * Records who declares a late point urgent (déclaration d’urgence): of those who take part in it, as many as the law asks
 * (two thirds, CDLD L1122-24), by name, for the minutes name them. In place of what was declared before.
 */
export async function declareUrgency(
  item: Item,
  meeting: Meeting,
  seatIds: readonly string[],
): Promise<void> {
  ensureInPerson()
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  ensure(item.list_type === 'late', Conflict, 'sittings.urgency.not_late')
  const rule = await urgencyRule(meeting)
  ensure(rule, Conflict, 'sittings.urgency.no_rule')
  const voters = votersIn(await sittingOf(meeting), item.position ?? 0)
  const named = [...new Set(seatIds)]
  if (named.some((seat) => !voters.some(({ id }) => id === seat)))
    throw Invalid.field('seats', 'sittings.vote.absent_voter')
  const needed = membersFor(rule.value, voters.length)
  if (named.length < needed || named.length === 0)
    throw Invalid.field('seats', 'sittings.urgency.too_few', {
      ...{ count: named.length, needed, present: voters.length, article: rule.article },
    })
  await eraseUrgency([item.id])
  await noteVoices(item, rule.article, named)
  await tell(items, item.id, 'urgency', { voices: named.length, present: voters.length })
}

/** Keeps who declared or recognised that a point is urgent, by name. */
export async function noteVoices(
  item: { id: string },
  article: string,
  seatIds: readonly string[],
): Promise<void> {
  await db().insertInto('sittings.urgency').values({ item_id: item.id, article }).execute()
  await db()
    .insertInto('sittings.urgency_voice')
    .values(seatIds.map((seat_id) => ({ item_id: item.id, seat_id })))
    .execute()
}

/** Forgets that points are urgent: they left their agenda. No program undoes what people declared. */
export async function eraseUrgency(itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  const gone = await db()
    .deleteFrom('sittings.urgency')
    .where('item_id', 'in', itemIds)
    .returning('item_id')
    .execute()
  if (gone.length > 0) ensureInPerson()
}

/** Urgencies declared by who was not there, or by fewer than the law asks of those who were. */
export async function urgencyFaults(
  meeting: Meeting,
  sitting: Sitting,
  points: readonly Point[],
): Promise<Fault[]> {
  const declared = await urgenciesOf(points.map(({ id }) => id))
  if (declared.size === 0) return []
  const [rule, tied] = [await urgencyRule(meeting), await tieUrgency(meeting, sitting)]
  const neededOf = (voters: number) =>
    rule ? membersFor(rule.value, voters) : (tied?.needed ?? voters)
  return points.flatMap(({ id, position, number }) => {
    const voters = votersIn(sitting, position)
    const there = new Set(voters.map((seat) => seat.id))
    const voices = declared.get(id)
    if (!voices) return []
    const holds =
      voices.every((seat) => there.has(seat)) && voices.length >= neededOf(voters.length)
    if (holds) return []
    return { seat: null, sentence: t('sittings.fault.urgency', { number }) }
  })
}
