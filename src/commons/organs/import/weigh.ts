import { sql } from 'kysely'
import { db } from '#kernel/db'
import { folded, t } from '#kernel/i18n'
import { everyone, type Person, personNamed } from '#commons/directory'
import { dayOfList, type Tell, type WeighedRow } from '#commons/imports'
import { periodInWords } from '#commons/people'
import { inTurns } from '#commons/records'
import { type Organ, organs } from '../organ.ts'
import { hindrance, type KnownSeat, type NewSeat } from '../room.ts'
import { departures, seatsOf } from '../seat.ts'
import { type SeatPart, seatParts } from '../tables.ts'
import type { WrittenRow } from './columns.ts'

/** A row of a list of seats: what it would give, or the seat that is there already. */
export interface WeighedSeat extends WeighedRow {
  organ: Organ | undefined
  fresh: NewSeat | undefined
  seat: KnownSeat | undefined
}

interface Known {
  organs: readonly Organ[]
  people: readonly Person[]
  logins: ReadonlyMap<string, string>
  parts: ReadonlyMap<string, SeatPart>
  /** By organ: those that are there, and those that rows further up give. */
  seats: ReadonlyMap<string, KnownSeat[]>
  leaves: ReadonlyMap<string, Temporal.PlainDate>
}

/** Weighs all rows of a list, each by itself and after those before it. Nothing is written. */
export async function weigh(rows: readonly WrittenRow[], tell?: Tell): Promise<WeighedSeat[]> {
  const known = await whatIsThere()
  return inTurns(rows, (row) => weighed(row, known), tell)
}

async function whatIsThere(): Promise<Known> {
  const bodies = await organs()
  const people = await everyone.get()
  const logins = await db().selectFrom('kernel.account').select(['id', 'login']).execute()
  const seats = new Map<string, KnownSeat[]>()
  for (const { id } of bodies) seats.set(id, await seatsOf(id))
  return {
    ...{ organs: bodies, people, seats },
    logins: new Map(logins.map(({ id, login }) => [folded(login), id])),
    parts: new Map(
      seatParts.flatMap((part) => [
        [part, part] as const,
        // « secrétaire », of « secrétaire, sans voix délibérative ».
        [folded(t(`organs.part.${part}`).split(',')[0] ?? ''), part] as const,
      ]),
    ),
    leaves: await departures(people.map(({ id }) => id)),
  }
}

function weighed({ number, said }: WrittenRow, known: Known): WeighedSeat {
  const sentences: string[] = []
  const { organ: organName = '', login = '', title = '', group = '' } = said
  const name = [said.first_name, said.last_name].filter(Boolean).join(' ')
  const organ = known.organs.find((one) =>
    [one.name, one.acronym].some((text) => folded(text) === folded(organName)),
  )
  if (!organ) sentences.push(t('organs.import.no_organ', { name: organName }))
  const personId = login ? known.logins.get(folded(login)) : personNamed(name, known.people)?.id
  if (!personId) sentences.push(t('organs.import.nobody', { name: login || name }))
  const part = said.part ? known.parts.get(folded(said.part)) : 'member'
  if (!part) sentences.push(t('organs.import.no_part', { name: said.part ?? '' }))
  const first = dayOfList(said.first_day, sentences)
  if (!said.first_day) sentences.push(t('organs.import.no_first_day'))
  const last = dayOfList(said.last_day, sentences)
  for (const [text, most] of [
    [title, 200],
    [group, 100],
  ] as const)
    if (text.length > most) sentences.push(t('organs.import.too_long', { most }))
  const row = { number, name: [name, organName].filter(Boolean).join(' – '), organ }
  const bare = { ...row, fresh: undefined, seat: undefined }
  const wrong = () => sentences.map((sentence) => ({ column: '', sentence }))
  if (sentences.length > 0 || !organ || !personId || !part || !first)
    return { ...bare, wrong: wrong() }
  const seats = known.seats.get(organ.id) ?? []
  const fresh: NewSeat = {
    ...{ personId, part, title, group },
    ...{ validFrom: first, validTo: last?.add({ days: 1 }) ?? null },
  }
  const seat = seats.find(
    (one) =>
      one.id && one.person_id === personId && one.part === part && one.valid_from.equals(first),
  )
  if (seat && fresh.validTo && !(seat.valid_to && seat.valid_to.equals(fresh.validTo))) {
    sentences.push(t('organs.import.other_last_day', { days: periodInWords(seat) }))
    return { ...bare, wrong: wrong() }
  }
  if (seat)
    return {
      ...{ ...row, fresh, seat, wrong: [] },
      meets: {
        ...{ how: 'same', id: seat.id, href: `/organs/${organ.id}` },
        words: [organ.name, seat.title, periodInWords(seat)].filter(Boolean).join(' · '),
        standing: [seat.title, seat.party_group, seat.valid_to?.toString() ?? ''],
      },
    }
  const hindered = hindrance(organ, fresh, {
    seats,
    leaves: known.leaves.get(personId) ?? null,
  })
  if (hindered) sentences.push(hindered.sentence)
  else seats.push(toBe(fresh, organ.id, { first: said.first_name, last: said.last_name }))
  return { ...row, fresh, seat: undefined, wrong: wrong() }
}

/** A seat as it would be there once the row is written. */
const toBe = (
  fresh: NewSeat,
  organId: string,
  name: { first: string | undefined; last: string | undefined },
): KnownSeat => ({
  ...{ id: '', organ_id: organId, person_id: fresh.personId, position: 0 },
  ...{ first_name: name.first ?? '', last_name: name.last ?? '' },
  ...{ part: fresh.part, title: fresh.title, party_group: fresh.group },
  ...{ valid_from: fresh.validFrom, valid_to: fresh.validTo },
})

/** Locks the organs of the authority, in one order: nobody else changes their seats until the transaction ends. */
export async function lockOrgans(): Promise<void> {
  await sql`select id from commons.organ order by id for update`.execute(db())
}
