import { sql } from 'kysely'
import { folded } from '#kernel/i18n'
import { db } from '#kernel/db'
import { allServices, people, personNamed, services, type Service } from '#commons/directory'
import { type Term, allTerms } from '#commons/vocabularies'

import type { ExchangedPerson } from './exchange.ts'
import { cut } from './label.ts'
import './tables.ts'

/** What a person answered: to take over all fields, to add what is unknown, which services. */
export interface Answers {
  fields: boolean
  add: boolean
  /** By department: the id of a service, `create`, or `name` to keep the name alone. */
  departments: Readonly<Record<string, string>>
}
export const noAnswers: Answers = { fields: false, add: false, departments: {} }

export type Department =
  | { kind: 'service'; id: string; label: string }
  | { kind: 'create' | 'name' | 'asked'; label: string }

/** What a file meets in the authority: its people, its services, its words. */
export interface Here {
  people: Awaited<ReturnType<typeof people>>
  services: Service[]
  /** The names of all services that ever were: none can be created anew. */
  taken: ReadonlySet<string>
  terms: Term[]
  /** Which service a department was said to be, by its name as people compare it. */
  remembered: ReadonlyMap<string, string>
}

export async function readHere(): Promise<Here> {
  const rows = await db().selectFrom('ecomptes.department').select(['name', 'service_id']).execute()
  return {
    people: await people(),
    services: await services(),
    taken: new Set((await allServices()).map(({ name }) => folded(name))),
    terms: await allTerms('strategy.transversal'),
    remembered: new Map(rows.map(({ name, service_id }) => [folded(name), service_id])),
  }
}

/** Remembers which service a department is from now on. */
export async function rememberDepartment(name: string, service_id: string): Promise<void> {
  await db()
    .deleteFrom('ecomptes.department')
    .where(sql<boolean>`kernel.name_key(name) = kernel.name_key(${name})`)
    .execute()
  await db().insertInto('ecomptes.department').values({ name, service_id }).execute()
}

/** A name on one line, as long as one may be here. */
export const named = (text: string): string => cut(text.replaceAll(/\s+/g, ' ').trim(), 200)

/** What a department is here: as answered, as remembered, by its name; else that is asked. */
export function departmentOf(name: string, here: Here, { departments }: Answers): Department {
  const choice = Object.hasOwn(departments, name) ? departments[name] : undefined
  const byId = (id: string | undefined) => here.services.find((one) => one.id === id)
  const [alike, second] = here.services.filter((one) =>
    [one.name, one.label].some((ours) => folded(ours) === folded(name)),
  )
  const found =
    byId(choice) ?? byId(here.remembered.get(folded(name))) ?? (second ? undefined : alike)
  if (choice === 'name') return { kind: 'name', label: name }
  if (found) return { kind: 'service', id: found.id, label: found.label }
  const fresh = choice === 'create' && !here.taken.has(folded(name))
  return { kind: fresh ? 'create' : 'asked', label: name }
}

/** Our word for a transversal plan, or its name as it will be added. */
export const planNamed = (name: string, { terms }: Here): string =>
  terms.find((one) => folded(one.name) === folded(name))?.name ?? named(name)

/** Somebody of the file, as the directory names them where it knows them. */
export function knownPerson(person: ExchangedPerson | null, { people: known }: Here) {
  if (!person) return null
  const [firstName, lastName] = [person.firstName.trim(), person.lastName.trim()]
  const found = personNamed(`${firstName} ${lastName}`, known)
  if (found) {
    const { civility, first_name, last_name } = found
    return {
      ...person,
      civility: civility || ('mr' as const),
      firstName: first_name,
      lastName: last_name,
    }
  }
  if (lastName) return { ...person, firstName, lastName }
  return firstName ? { ...person, firstName: '', lastName: firstName } : null
}
