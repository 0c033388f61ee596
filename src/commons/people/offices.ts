import { emit, event } from '#kernel/events'
import {
  endOffice,
  giveOffice,
  type NewOffice,
  type OfficeKind,
  officeNamed,
  todayHere,
} from '#commons/directory'
import { ensure, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import type { z } from 'zod'
import { knownPerson, nameOf } from './person.ts'
import type { OfficeFields } from './schema.ts'
import { dayAfter, holdingInWords, serviceLabels } from './words.ts'

const given = event('people.office.give', { toDossier: false })
const ended = event('people.office.end', { toDossier: false })

/** Gives somebody something to hold, and says so in what was done. Throws `Invalid`, `NotFound`. */
export async function give(fresh: NewOffice): Promise<string> {
  const person = await knownPerson(fresh.personId, { lock: true })
  const id = await giveOffice(fresh)
  await emit(given, fresh.personId, {
    name: await inWords(fresh.kind, id),
    ...{ of: nameOf(person), what: `${fresh.kind}:${fresh.what}` },
    day: (fresh.valid_from ?? todayHere()).toString(),
  })
  return id
}

/**
 * Ends what somebody holds: `without` is the first day on which they no longer do. Throws `NotFound`, and `Conflict`
 * where nobody would administer the authority.
 */
export async function end(
  personId: string,
  { kind, id }: { kind: OfficeKind; id: string },
  without: Temporal.PlainDate,
): Promise<void> {
  ensure(isId(id), NotFound, 'errors.not_found')
  const office = await officeNamed(kind, id)
  ensure(office.person_id === personId, NotFound, 'errors.not_found')
  const name = await inWords(kind, id)
  await endOffice(office, without)
  await emit(ended, personId, { name, day: without.toString() })
}

const inWords = async (kind: OfficeKind, id: string) =>
  holdingInWords(await officeNamed(kind, id), await serviceLabels())

/** What is to be given, as the verb takes it. */
export function officeFrom(
  personId: string,
  sent: z.output<typeof OfficeFields>,
  forId: string | null,
): NewOffice {
  const period = { valid_from: sent.first_day, valid_to: dayAfter(sent.last_day) }
  const of = { personId, held: sent.held, forId, ...period }
  if (sent.kind === 'role') return { ...of, kind: 'role', what: sent.role }
  if (sent.kind === 'mandate') return { ...of, kind: 'mandate', what: sent.title }
  return { ...of, kind: 'function', what: sent.function, serviceId: sent.service_id }
}
