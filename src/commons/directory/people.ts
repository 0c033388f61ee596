import { sql } from 'kysely'
import { db, loadedOnce } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { folded, t } from '#kernel/i18n'
import { holdsOn, todayHere } from './period.ts'
import type { Held } from './tables.ts'
import './tables.ts'

/** Somebody of the directory. */
export interface Person {
  id: string
  civility: '' | 'mr' | 'mrs'
  first_name: string
  last_name: string
  /** The title of the mandate that they hold: « Échevine », « Directeur général f.f. ». */
  title: string | null
}

/** « Mme Sabine Aubrive » */
export function fullName(person: Named): string {
  const name = `${person.first_name} ${person.last_name}`
  return person.civility ? t(`directory.civility.${person.civility}`, { name }) : name
}

/** The persons of the directory, by name; those whose name holds all words of `search`. */
export function people({ search = '' }: { search?: string } = {}): Promise<Person[]> {
  const words = search.split(/\s+/).filter(Boolean)
  const plain = (text: unknown) => sql`kernel.unaccent(lower(${text}))`
  return words
    .reduce(
      (found, word) =>
        found.where(
          sql<boolean>`strpos(${plain(sql`p.first_name || ' ' || p.last_name`)}, ${plain(word)}) > 0`,
        ),
      personsOn(todayHere()),
    )
    .execute()
    .then(entitled)
}

/** Everybody of the directory, by name: loaded once a transaction. */
export const everyone = loadedOnce(() => people())

/** One person, with the mandate that they hold today. Throws `NotFound`. */
export async function person(id: string): Promise<Person> {
  const found = await personsOn(todayHere()).where('p.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound()
  const [one] = entitled([found])
  return one ?? found
}

/** What persons are called, by their ids: first names before last names, without civilities. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const known = await named.get()
  const without = await nameless.get()
  const unknown = [...new Set(ids)].filter((id) => !known.has(id) && !without.has(id))
  if (unknown.length === 0) return known
  const rows = await db()
    .selectFrom('commons.person')
    .select(['id', 'first_name', 'last_name'])
    .where('id', 'in', unknown)
    .execute()
  for (const { id, ...one } of rows) known.set(id, `${one.first_name} ${one.last_name}`)
  for (const id of unknown) if (!known.has(id)) without.add(id)
  return known
}

/** Those who were named in a transaction: what is written in one is written by one. */
const named = loadedOnce(() => Promise.resolve(new Map<string, string>()))
/** Those of them who are nobody of the directory. */
const nameless = loadedOnce(() => Promise.resolve(new Set<string>()))

/** Who holds a mandate on a day (mandataires), by name. */
export function mandataries(on: Temporal.PlainDate): Promise<Person[]> {
  return personsOn(on).where('m.title', 'is not', null).execute().then(entitled)
}

/** Who holds a mandate in the place of somebody is called so: « Directeur général f.f. ». */
const entitled = (rows: readonly (Person & { held: Held | null })[]): Person[] =>
  rows.map(({ held, ...one }) =>
    one.title && held === 'acting'
      ? { ...one, title: t('directory.acting', { title: one.title }) }
      : one,
  )

/** Everybody in French order; of several mandates, the last taken up. */
function personsOn(day: Temporal.PlainDate) {
  return db()
    .selectFrom('commons.person as p')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('commons.mandate as held')
          .select(['held.title', 'held.held'])
          .whereRef('held.tenant_id', '=', 'p.tenant_id')
          .whereRef('held.person_id', '=', 'p.id')
          .where(holdsOn(day, 'held'))
          .orderBy('held.valid_from', 'desc')
          .orderBy('held.id')
          .limit(1)
          .as('m'),
      (join) => join.onTrue(),
    )
    .select(['p.id', 'p.civility', 'p.first_name', 'p.last_name', 'm.title', 'm.held'])
    .orderBy(sql`p.last_name collate kernel.french_order`)
    .orderBy(sql`p.first_name collate kernel.french_order`)
    .orderBy('p.id')
}

type Named = Pick<Person, 'civility' | 'first_name' | 'last_name'>

const waysToName = (one: Named) =>
  [`${one.first_name} ${one.last_name}`, `${one.last_name} ${one.first_name}`, fullName(one)].map(
    folded,
  )

/** The only one of these persons who bears a name, first or last name first, accents aside. */
export function personNamed<P extends Named>(name: string, known: readonly P[]): P | undefined {
  const [match, second] = known.filter((one) => waysToName(one).includes(folded(name)))
  return second ? undefined : match
}

/**
 * The persons whose names are typed with a semicolon between two; null for a name that the directory
 * does not know, or knows more than once.
 */
export async function peopleNamed(
  text: string,
): Promise<{ typed: string; person: Person | null }[]> {
  const typed = new Map(text.split(';').map((one) => [folded(one), one.trim()]))
  typed.delete('')
  const known = typed.size > 0 ? await people() : []
  return [...typed.values()].map((name) => ({
    typed: name,
    person: personNamed(name, known) ?? null,
  }))
}
