import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { inItsLanguage } from '#kernel/tenancy'
import { tell } from '#commons/dossiers'
import { votes } from '#commons/organs'
import { dayOf, type Meeting, meetings } from '#modules/deliberations'
import { ensureHolds } from './holds.ts'
import { ensureHeld, pointOf } from './movement.ts'
import type { Proxy } from './presence.ts'
import { proxySentence } from './said.ts'
import { proxyRule, sittingOf } from './sitting.ts'

/** A written order to vote for somebody, from one point to another. */
export type GivenProxy = Pick<
  Proxy,
  'giver_id' | 'holder_id' | 'from_item_id' | 'until_item_id' | 'given_on' | 'statement'
>

/**
 * Notes that a member votes for another who is not there, on their written order (procuration). Refused where the law lets
 * nobody vote for another, and where one would bear more than it lets them (CDLD L1523-10). Returns its id.
 */
export async function giveProxy(meeting: Meeting, given: GivenProxy): Promise<string> {
  ensureInPerson()
  await ensureHeld(meeting)
  const rule = await proxyRule(meeting)
  ensure(rule, Conflict, 'sittings.proxy.no_rule')
  ensure(rule.value.perHolder > 0, Conflict, 'sittings.proxy.none', { article: rule.article })
  const { attendees } = await sittingOf(meeting)
  for (const field of ['giver_id', 'holder_id'] as const)
    if (!attendees.some((seat) => seat.id === given[field] && votes(seat)))
      throw Invalid.field(field, 'sittings.proxy.no_vote')
  if (given.giver_id === given.holder_id) throw Invalid.field('holder_id', 'sittings.proxy.oneself')
  if (Temporal.PlainDate.compare(given.given_on, dayOf(meeting)) > 0)
    throw Invalid.field('given_on', 'sittings.proxy.later')
  await pointOf(meeting, given.from_item_id, 'from_item_id')
  if (given.until_item_id) await pointOf(meeting, given.until_item_id, 'until_item_id')
  const { id } = await db()
    .insertInto('sittings.proxy')
    .values({ meeting_id: meeting.id, ...given, article: rule.article })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ensureHolds(meeting, { seat: given.giver_id, field: 'giver_id' })
  await tell(meetings, meeting.id, 'proxy', { title: await titleOf(meeting, id) })
  return id
}

/** The order was noted by mistake: it goes, and history tells what it was. Refused where somebody voted by it. */
export async function removeProxy(meeting: Meeting, id: string): Promise<void> {
  ensureInPerson()
  await ensureHeld(meeting)
  const title = await titleOf(meeting, id)
  await db().deleteFrom('sittings.proxy').where('id', '=', id).execute()
  await ensureHolds(meeting)
  await tell(meetings, meeting.id, 'unproxy', { title })
}

/** What history tells. Throws `NotFound` where the meeting has no such order. */
async function titleOf(meeting: Meeting, id: string): Promise<string> {
  const sitting = await sittingOf(meeting)
  const found = sitting.proxies.find((one) => one.id === id)
  ensure(found, NotFound, 'errors.not_found')
  return inItsLanguage(() => proxySentence(found, sitting))
}
