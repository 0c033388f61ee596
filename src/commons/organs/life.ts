import { sql } from 'kysely'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import { folded, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { itsLanguage, tenant } from '#kernel/tenancy'
import { refreshPrincipals, todayHere } from '#commons/directory'
import type { OrganKind } from '#commons/law'
import { kinds } from '#commons/trades'
import { addOrgan, forgetOrgans, type Organ, organ, organs, standsOn, votes } from './organ.ts'
import type { InsertionMethod } from './insertion.ts'
import { insertionOf, kindsFor, speaksAs, usualOrgans } from './profile.ts'
import { type KnownSeat, mostAtOnce } from './room.ts'
import { lockOrgan, seatsOf } from './seat.ts'
import './tables.ts'

const added = event('organs.organ.add', { toDossier: false })
const ordered = event('organs.organ.order', { toDossier: false })
const renamed = event('organs.organ.rename', { toDossier: false })
const resized = event('organs.organ.resize', { toDossier: false })
const closed = event('organs.organ.close', { toDossier: false })
const reopened = event('organs.organ.reopen', { toDossier: false })

/** What of a trade keeps an organ from ending: what it has still to decide or to finish. */
export interface OrganUse {
  /** « {count, plural, one {# séance} … } n’est pas clôturée »: of `count`. */
  readonly says: (count: number) => string
  /** How much of it there is that is not over. */
  readonly count: (organId: string) => Promise<number>
}

/** Filled by the trades whose dossiers are of an organ. */
export const organUses = slot<OrganUse>('organUses')

/** What keeps an organ from ending, in sentences; nothing where it may. */
export async function holdsBack({ id }: Pick<Organ, 'id'>): Promise<string[]> {
  const said = []
  for (const { count, says } of organUses.all()) {
    const many = await count(id)
    if (many > 0) said.push(says(many))
  }
  return said
}

/** What is said of an organ. */
export interface SaidOrgan {
  name: string
  acronym: string
  /** How an act makes it speak; empty: made from its name. */
  speaks_as: string
  seats: number | null
  /** Another name only puts a mistake right, in the past too; else it holds from today on. */
  mistaken?: boolean
}

/** What the form of an organ is made from. */
export const standingOrgan = ({ name, acronym, speaks_as, seats }: Organ) => [
  name,
  acronym,
  speaks_as,
  seats,
]

/** The nature of the authority, as the law gives it organs. */
function ownKind() {
  const kind = kinds.find((one) => one === tenant().kind)
  ensure(kind, Conflict, 'organs.no_kind')
  return kind
}

/** The kinds of organ that the law gives to this authority. */
export const ownOrganKinds = (): readonly OrganKind[] => kindsFor(ownKind())

/** The usual organs of an authority of this nature that it does not have. */
export async function missingOrgans() {
  const today = todayHere()
  const there = new Set(
    (await organs()).filter((one) => standsOn(one, today)).map(({ kind }) => kind),
  )
  const known = kinds.find((one) => one === tenant().kind)
  return known ? usualOrgans(known, itsLanguage()).filter(({ kind }) => !there.has(kind)) : []
}

/** Of those who add or call an organ, one goes after the other. */
const oneAtATime = () =>
  sql`select pg_advisory_xact_lock(hashtextextended('organs' || kernel.tenant_id(), 0))`.execute(
    db(),
  )

/** Adds an organ of a kind that the law gives to this authority. Throws `Invalid` where that is not so, or a name is taken. */
export async function beginOrgan({ kind, ...said }: SaidOrgan & { kind: string }): Promise<string> {
  await oneAtATime()
  const known = ownOrganKinds().find((one) => one === kind)
  if (!known) throw Invalid.field('kind', 'http.field.choose')
  await ensureFree(said)
  const speaks = said.speaks_as || speaksAs(said.name)
  const { id } = await addOrgan({
    ...{ ...said, speaks_as: speaks, kind: known },
    insertion: insertionOf(known),
  })
  await emit(added, id, { name: said.name })
  await audit('organ', `${said.acronym} add`)
  return id
}

/** Those that ended keep their names: theirs are the acts of their time. */
async function ensureFree({ name, acronym }: SaidOrgan, own?: string): Promise<void> {
  forgetOrgans()
  const others = (await organs()).filter(({ id }) => id !== own)
  const wrong: Record<string, string[]> = {}
  if (others.some((one) => folded(one.name) === folded(name)))
    wrong['name'] = [t('organs.other_name', { name })]
  if (others.some((one) => folded(one.acronym) === folded(acronym)))
    wrong['acronym'] = [t('organs.other_acronym', { acronym })]
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

/** Says by which methods an organ orders its agendas from now on. Give it an organ that is locked, and methods that may be together. */
export async function setInsertion(
  before: Organ,
  insertion: readonly InsertionMethod[],
): Promise<void> {
  await db()
    .updateTable('commons.organ')
    .set({ insertion: sql<readonly InsertionMethod[]>`${JSON.stringify(insertion)}::jsonb` })
    .where('id', '=', before.id)
    .execute()
  forgetOrgans()
  await emit(ordered, before.id, { name: before.name, insertion: insertion.map(({ by }) => by) })
  await audit('organ', `${before.acronym} order`)
}

/** One organ, which nobody else changes until the transaction ends. Throws `NotFound`. */
export async function lockedOrgan(id: string | undefined): Promise<Organ> {
  if (!id || !isId(id)) throw new NotFound()
  await oneAtATime()
  await lockOrgan(id)
  forgetOrgans()
  return organ(id)
}

/**
 * Calls an organ otherwise from today on, or gives it more or fewer seats. Throws `Invalid` where a name is taken, or more
 * sit than there would be seats; what was decided and printed keeps the name that it has.
 */
export async function changeOrgan(before: Organ, said: SaidOrgan): Promise<void> {
  await ensureFree(said, before.id)
  const voting = mostAtOnce((await seatsOf(before.id)).filter(votes), todayHere())
  if (said.seats !== null && said.seats < voting)
    throw Invalid.field('seats', 'organs.seats_taken', { count: voting })
  const speaks = said.speaks_as || speaksAs(said.name)
  const { name, acronym, seats } = said
  await db()
    .updateTable('commons.organ')
    .set({ name, acronym, seats, speaks_as: speaks })
    .where('id', '=', before.id)
    .execute()
  forgetOrgans()
  const isOther = name !== before.name || speaks !== before.speaks_as
  if (isOther && !said.mistaken) await keepName(before)
  const called = [name, acronym, speaks].join()
  if (called !== [before.name, before.acronym, before.speaks_as].join())
    await emit(renamed, before.id, { name, before: before.name })
  if (seats !== before.seats) await emit(resized, before.id, { seats })
  await audit('organ', `${acronym} change`)
}

/** What it was called until yesterday; of two changes of one day the first says it. */
const keepName = ({ id, name, speaks_as }: Organ) =>
  db()
    .insertInto('commons.organ_name')
    .values({ organ_id: id, until: todayHere(), name, speaks_as })
    .onConflict((on) => on.doNothing())
    .execute()

/** The seats that end with an organ: those of that day, and those that would begin later. */
export const seatsPast = (seats: readonly KnownSeat[], gone: Temporal.PlainDate): KnownSeat[] =>
  seats.filter(
    ({ valid_to }) => valid_to === null || Temporal.PlainDate.compare(valid_to, gone) > 0,
  )

/**
 * Ends an organ: `gone` is the first day on which it no longer is. Its seats end with it. Throws `Conflict`, with what it
 * still has, as long as one of its meetings or points is not over, and where it ended already.
 */
export async function closeOrgan(id: string, gone: Temporal.PlainDate): Promise<void> {
  const body = await lockedOrgan(id)
  const { name } = body
  ensure(body.closed_on === null, Conflict, 'organs.closed_already', { name })
  if (Temporal.PlainDate.compare(gone, todayHere()) < 0)
    throw Invalid.field('last_day', 'organs.close_past')
  const reasons = await holdsBack(body)
  ensure(reasons.length === 0, Conflict, 'organs.held_back', { name, reasons: reasons.join(' · ') })
  const past = seatsPast(await seatsOf(id), gone)
  const never = past.filter(({ valid_from }) => Temporal.PlainDate.compare(valid_from, gone) >= 0)
  if (never.length > 0)
    await db()
      .deleteFrom('commons.seat')
      .where(
        'id',
        'in',
        never.map((one) => one.id),
      )
      .execute()
  await db()
    .updateTable('commons.seat')
    .set({ valid_to: gone })
    .where('organ_id', '=', id)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', gone)]))
    .execute()
  await db().updateTable('commons.organ').set({ closed_on: gone }).where('id', '=', id).execute()
  forgetOrgans()
  for (const personId of new Set(past.map((one) => one.person_id)))
    await refreshPrincipals(personId)
  await emit(closed, id, { name, day: gone.toString() })
  await audit('organ', `${body.acronym} close`)
}

/** An organ that ended, or was to, goes on; its seats are given anew. Throws `Conflict` where it had not. */
export async function reopenOrgan(id: string): Promise<void> {
  const { closed_on, name, acronym } = await lockedOrgan(id)
  ensure(closed_on, Conflict, 'organs.goes_on', { name })
  await db().updateTable('commons.organ').set({ closed_on: null }).where('id', '=', id).execute()
  forgetOrgans()
  await emit(reopened, id, { name })
  await audit('organ', `${acronym} reopen`)
}
