import { Invalid } from '#kernel/errors'
import { everyone, people, personNamed } from '#commons/directory'
import { known, nameOf } from './person.ts'
import { sql } from 'kysely'

/** Past so many, a field proposes nobody: a name, an address or a login is typed. */
const mostProposed = 1000

/** Who may be meant where a colleague is named. */
export async function proposed(): Promise<string[]> {
  const all = await everyone.get()
  return all.length > mostProposed ? [] : all.map(nameOf)
}

/**
 * The id of whom a person means, by name, login or address; null where nothing is typed. Throws `Invalid` on the field
 * where nobody is meant, or more than one.
 */
export async function meant(typed: string, field: string): Promise<string | null> {
  const text = typed.trim()
  if (!text) return null
  const exact = await known()
    .where(
      sql<boolean>`(lower(a.login) = lower(${text}) or (d.email <> '' and lower(d.email) = lower(${text})))`,
    )
    .execute()
  if (exact.length === 1) return exact[0]?.id ?? null
  const found = personNamed(text, await people({ search: text }))
  if (!found) throw Invalid.field(field, 'people.nobody_meant', { name: text })
  return found.id
}
