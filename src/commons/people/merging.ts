import { audit } from '#kernel/audit'
import { actor } from '#kernel/access'
import { ensureProven } from '#kernel/auth'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import type { MessageKey } from '#kernel/i18n'
import { isId } from '#kernel/http'
import { ensureEdition } from '#kernel/pages'
import {
  administered,
  nameInstead,
  namingOf,
  type Office,
  officesOf,
  refreshPrincipals,
  stayingOf,
  todayHere,
} from '#commons/directory'
import { ensureUnrestricted } from '#commons/holdings'
import { endAll } from './departure.ts'
import { type KnownPerson, knownPerson, lockPersons, nameOf } from './person.ts'

const mergedAway = event('people.person.merged', { toDossier: false })
const mergedIn = event('people.person.merge', { toDossier: false })

/** What would become of somebody who is the same as another, told before. */
export interface MergingPreview {
  /** What names the first, and would name the second, by what it is called. */
  naming: { label: MessageKey; count: number }[]
  /** What both hold on the same days: the second keeps theirs. */
  twice: Office[]
  /** What else both have on the same days: that of the first ends. */
  staying: { label: MessageKey; count: number }[]
}

/** What the answer is made from. */
export const mergingStanding = ({ naming, twice, staying }: MergingPreview) => [
  naming.map(({ label, count }) => [label, count]),
  twice.map(({ id, valid_to }) => [id, String(valid_to)]),
  staying.map(({ label, count }) => [label, count]),
]

/** What a merging would do. Throws `Conflict` where the first cannot become the second. */
export async function mergingOf(from: KnownPerson, into: KnownPerson): Promise<MergingPreview> {
  ensure(from.id !== into.id, Conflict, 'people.merging.same')
  ensure(from.id !== actor().id, Conflict, 'people.merging.oneself')
  ensure(into.state !== 'left', Conflict, 'people.left_already', { name: nameOf(into) })
  const names = { from: nameOf(from), into: nameOf(into) }
  ensure(!from.login || into.login, Conflict, 'people.merging.other_way', names)
  const offices = await officesOf([from.id, into.id])
  const isForOther = ({ person_id, for_id }: Office) =>
    for_id !== null && for_id !== person_id && [from.id, into.id].includes(for_id)
  ensure(!offices.some(isForOther), Conflict, 'people.merging.for_each_other', names)
  const theirs = offices.filter(({ person_id }) => person_id === into.id)
  const twice = offices
    .filter(({ person_id }) => person_id === from.id)
    .filter((mine) => theirs.some((one) => isSame(one, mine) && meets(one, mine)))
  const covered = (mine: Office) => theirs.some((one) => isSame(one, mine) && covers(one, mine))
  ensure(twice.every(covered), Conflict, 'people.merging.days_differ', names)
  const { staying, covered: all } = await stayingOf(from.id, into.id)
  ensure(all, Conflict, 'people.merging.days_differ', names)
  return { naming: await namingOf(from.id, into.id), twice, staying }
}

const isSame = (one: Office, other: Office) =>
  one.kind === other.kind && one.what === other.what && one.service_id === other.service_id

const { compare } = Temporal.PlainDate

const meets = (one: Office, other: Office) =>
  (!one.valid_from || !other.valid_to || compare(one.valid_from, other.valid_to) < 0) &&
  (!other.valid_from || !one.valid_to || compare(other.valid_from, one.valid_to) < 0)

/** Who bears `one` bears it on all days of `other`, as what they hold themselves. */
const covers = (one: Office, other: Office) =>
  (one.held !== 'delegated' || other.held === 'delegated') &&
  (!one.valid_from || (other.valid_from && compare(one.valid_from, other.valid_from) <= 0)) &&
  (!one.valid_to || (other.valid_to && compare(one.valid_to, other.valid_to) >= 0))

/**
 * Finds that two persons are one: what names the first names the second from now on, who takes what they lack of them
 * (address, number) and bears their `user:` principal, as an heir does. The account of the first is closed and its
 * sessions end; the first stays for history, and is shown nowhere else. Throws `Conflict` where they cannot be one, and
 * `Stale` where it would do something else than `edition` said; `ProofNeeded`: rights and addresses go along.
 */
export async function mergePersons(
  fromId: string,
  intoId: string,
  edition?: string,
): Promise<void> {
  ensureProven()
  await lockPersons([fromId, intoId])
  const [from, into] = [await knownPerson(fromId), await knownPerson(intoId)]
  await ensureUnrestricted(from.id, into.id)
  const preview = await mergingOf(from, into)
  if (edition !== undefined) ensureEdition(mergingStanding(preview), edition)
  await administered(async () => {
    // Somebody who was to hand over to themselves hands over to nobody.
    if (into.heir_id === from.id) await setPerson(into.id, { heir_id: null })
    const moved = await nameInstead(from.id, into.id)
    await setPerson(from.id, {
      ...{ merged_into: into.id, heir_id: into.id, email: '', external_id: '' },
      leaves_on: from.state === 'left' ? from.leaves_on : todayHere(),
    })
    await setPerson(into.id, {
      email: into.email || from.email,
      external_id: into.external_id || from.external_id,
      civility: into.civility || from.civility,
    })
    await endAll(from.id, todayHere())
    for (const id of await handedOnBy(into.id)) await refreshPrincipals(id)
    await emit(mergedAway, from.id, { name: nameOf(into), into: into.id })
    await emit(mergedIn, into.id, { name: nameOf(from), from: from.id, moved })
    await audit('person_merged', `${from.id} ${into.id}`)
  })
}

async function setPerson(
  id: string,
  said: Partial<{
    merged_into: string
    heir_id: string | null
    leaves_on: Temporal.PlainDate | null
    email: string
    external_id: string
    civility: '' | 'mr' | 'mrs'
  }>,
): Promise<void> {
  await db().updateTable('commons.person').set(said).where('id', '=', id).execute()
}

/** Those to whom somebody handed something on. */
async function handedOnBy(id: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('commons.role_grant')
    .select('person_id')
    .where('for_id', '=', id)
    .union(db().selectFrom('commons.membership').select('person_id').where('for_id', '=', id))
    .execute()
  return rows.map(({ person_id }) => person_id).toSorted()
}

/** The one as whom somebody was found to be the same, if so. */
export async function mergedInto(id: string): Promise<string | null> {
  if (!isId(id)) return null
  const row = await db()
    .selectFrom('commons.person')
    .select('merged_into')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.merged_into ?? null
}
