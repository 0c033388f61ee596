import { sql } from 'kysely'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { folded, t, timeZone } from '#kernel/i18n'
import './tables.ts'

/** Somebody of the directory. */
export interface Person {
  id: string
  civility: '' | 'mr' | 'mrs'
  first_name: string
  last_name: string
  /** The title of the mandate that they hold: « Échevine ». */
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
      personsOn(today()),
    )
    .execute()
}

/** One person, with the mandate that they hold today. Throws `NotFound`. */
export async function person(id: string): Promise<Person> {
  const found = await personsOn(today()).where('p.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** Who holds a mandate on a day (mandataires), by name. */
export function mandataries(on: Temporal.PlainDate): Promise<Person[]> {
  return personsOn(on).where('m.title', 'is not', null).execute()
}

const today = () => Temporal.Now.plainDateISO(timeZone)

/** Everybody in French order; of several mandates, the last taken up. */
function personsOn(day: Temporal.PlainDate) {
  return db()
    .selectFrom('commons.person as p')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('commons.mandate as held')
          .select('held.title')
          .whereRef('held.tenant_id', '=', 'p.tenant_id')
          .whereRef('held.person_id', '=', 'p.id')
          .where('held.valid_from', '<=', day)
          .where((where) =>
            where.or([where('held.valid_to', 'is', null), where('held.valid_to', '>', day)]),
          )
          .orderBy('held.valid_from', 'desc')
          .orderBy('held.id')
          .limit(1)
          .as('m'),
      (join) => join.onTrue(),
    )
    .select(['p.id', 'p.civility', 'p.first_name', 'p.last_name', 'm.title'])
    .orderBy(sql`p.last_name collate kernel.french_order`)
    .orderBy(sql`p.first_name collate kernel.french_order`)
    .orderBy('p.id')
}

type Named = Pick<Person, 'civility' | 'first_name' | 'last_name'>

const namesOf = (one: Named) =>
  [`${one.first_name} ${one.last_name}`, `${one.last_name} ${one.first_name}`, fullName(one)].map(
    folded,
  )

/** The only one of these persons who bears a name, first or last name first, accents aside. */
export function personNamed<P extends Named>(name: string, known: readonly P[]): P | undefined {
  const [match, second] = known.filter((one) => namesOf(one).includes(folded(name)))
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
