import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { folded } from '#kernel/i18n'
import { myServices, peopleNamed, services } from '#commons/directory'
import { coordinates } from './coordination.ts'
import { kindAt, type Element } from './element.ts'
import { refresh, write } from '#commons/dossiers'
import type { Level } from './level.ts'
import { settleRights } from './rights.ts'
import { partOfField, type PersonField as EveryField } from './party-fields.ts'
import { type Part, parts } from './tables.ts'

type PersonField = Exclude<EveryField, 'managers'>

/** Somebody who answers for an element: a service, a person of the directory, or a mere name. */
export interface Party {
  element_id: string
  part: Part
  service_id: string | null
  person_id: string | null
  civility: '' | 'mr' | 'mrs'
  /** « Direction financière - Taxes », « Mme Claire Montfort », « 1er échevin » */
  name: string
  first_name: string
  last_name: string
  phone: string
  email: string
}

export type NewParty = Omit<Party, 'element_id' | 'name'>

export const nobody = {
  service_id: null,
  person_id: null,
  civility: '',
  first_name: '',
  last_name: '',
  phone: '',
  email: '',
} as const

/** Who answers for these elements, in the order in which they were entered. */
export async function partiesOf(elementIds: readonly string[]): Promise<Party[]> {
  if (elementIds.length === 0) return []
  const rows = await partyRows()
    .where('r.element_id', 'in', [...elementIds])
    .execute()
  return rows.map(named)
}

/** Who answers for the elements of a plan. One query. */
export async function partiesIn(planId: string): Promise<Party[]> {
  const rows = await partyRows()
    .innerJoin('strategy.element as e', (join) =>
      join.onRef('e.tenant_id', '=', 'r.tenant_id').onRef('e.id', '=', 'r.element_id'),
    )
    .where('e.plan_id', '=', planId)
    .execute()
  return rows.map(named)
}

type PartyRow = Awaited<ReturnType<ReturnType<typeof partyRows>['execute']>>[number]

function partyRows() {
  return db()
    .selectFrom('strategy.responsibility as r')
    .leftJoin('commons.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'r.tenant_id').onRef('s.id', '=', 'r.service_id'),
    )
    .leftJoin('commons.service as o', (join) =>
      join.onRef('o.tenant_id', '=', 's.tenant_id').onRef('o.id', '=', 's.parent_id'),
    )
    .leftJoin('commons.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select(['r.element_id', 'r.part', 'r.service_id', 'r.person_id', 'r.phone', 'r.email'])
    .select((e) => [
      's.name as service_name',
      'o.name as parent_name',
      e.fn.coalesce('p.civility', 'r.civility').as('civility'),
      e.fn.coalesce('p.first_name', 'r.first_name').as('first_name'),
      e.fn.coalesce('p.last_name', 'r.last_name').as('last_name'),
    ])
    .orderBy('r.id')
}

const named = ({ service_name, parent_name, ...row }: PartyRow): Party => ({
  ...row,
  name: service_name
    ? [parent_name, service_name].filter(Boolean).join(' - ')
    : [row.first_name, row.last_name].filter(Boolean).join(' '),
})

/** Somebody who stood there, to be written again: the directory knows its own people's names. */
export function keptParty({
  part,
  service_id,
  person_id,
  phone,
  email,
  ...names
}: Party): NewParty {
  const { civility, first_name, last_name } = names
  const mere = service_id === null && person_id === null
  const own = mere ? { civility, first_name, last_name } : {}
  return { ...nobody, part, service_id, person_id, phone, email, ...own }
}

const personFields = ['mandataries', 'administrators', 'bearers', 'concerned'] as const

/** The services that answer for it, as a form asks for them. */
export const managersOf = (parties: readonly Party[]) =>
  parties.flatMap(({ part, service_id }) => (part === 'manager' && service_id ? service_id : []))

/** Persons as they are typed: their names, one after a semicolon each. */
export const namesIn = (parties: readonly Party[]): Record<PersonField, string> => {
  const typed = (field: PersonField) =>
    parties
      .filter(({ part }) => part === partOfField[field])
      .map(({ name }) => name)
      .join('; ')
  return Object.fromEntries(personFields.map((field) => [field, typed(field)])) as Record<
    PersonField,
    string
  > // Of these names.
}

/** The people of a form: services by id, persons by their names, one after a semicolon each. */
export type WrittenParties = Partial<Record<PersonField, string | undefined>> & {
  managers?: readonly string[] | undefined
}

/**
 * Sets who answers for an element; a part that is not given stays as it is. Throws `Invalid` for a
 * service or a name that is not in the directory, and where nobody would answer for it.
 */
export async function setParties(one: Element, written: WrittenParties): Promise<void> {
  const before = await partiesOf([one.id])
  const next: NewParty[] = []
  const set: Part[] = []
  if (written.managers) {
    set.push('manager')
    next.push(...(await managers(one, written.managers, before)))
  }
  for (const field of personFields) {
    const names = written[field]
    if (names === undefined) continue
    set.push(partOfField[field])
    next.push(...(await persons(field, names, before)))
  }
  await replaceParties(one, next, set)
}

/** Writes these parties in the place of all those of some parts. */
export async function replaceParties(
  one: Element,
  next: readonly NewParty[],
  set: readonly Part[] = parts,
): Promise<void> {
  if (set.length === 0) return
  await db()
    .deleteFrom('strategy.responsibility')
    .where('element_id', '=', one.id)
    .where('part', 'in', [...set])
    .execute()
  if (next.length > 0)
    await db()
      .insertInto('strategy.responsibility')
      .values(next.map((party) => ({ ...party, element_id: one.id })))
      .execute()
  const service_id = next.find(({ part }) => part === 'manager')?.service_id ?? null
  if (set.includes('manager') && service_id !== one.service_id)
    await write(kindAt(one.level), one, { service_id }, 'people')
  const settled = await settleRights([one.id])
  // It is found by their names, mere ones too.
  if (!settled.includes(one.id)) await refresh(kindAt(one.level), one.id)
}

/** Whether some service must answer for an element of a level. */
export const needsManagers = (level: Level): boolean =>
  level !== 'volet' && level !== 'strategic' && level !== 'task'

/** The managing services (services gestionnaires): one at least, and not without one's own. */
async function managers(
  { level }: Element,
  ids: readonly string[],
  before: readonly Party[],
): Promise<NewParty[]> {
  const known = await services()
  const managing = before.filter(({ part }) => part === 'manager')
  const kept = managing.map(({ service_id }) => service_id)
  // What eComptes calls a department stays until a service takes its place.
  const named = managing.filter(({ service_id }) => service_id === null)
  if (ids.some((id) => !known.some((service) => service.id === id) && !kept.includes(id)))
    throw Invalid.field('managers', 'strategy.people.no_service')
  if (needsManagers(level) && ids.length === 0 && named.length === 0)
    throw Invalid.field('managers', 'http.field.required')
  const mine = myServices().filter((id) => kept.includes(id))
  const dropped = mine.length > 0 && !mine.some((id) => ids.includes(id))
  if (dropped && !coordinates()) throw Invalid.field('managers', 'strategy.people.own_service')
  if (ids.length === 0) return named.map(keptParty)
  return ids.map((service_id) => ({ ...nobody, part: 'manager', service_id }))
}

/** The persons of these names: of the directory, or those who stood there already. */
async function persons(
  field: PersonField,
  text: string,
  before: readonly Party[],
): Promise<NewParty[]> {
  const part = partOfField[field]
  const unknown: string[] = []
  const found = (await peopleNamed(text)).flatMap(({ typed, person }): NewParty[] => {
    const kept = before.find(
      (one) =>
        one.part === part &&
        (person ? one.person_id === person.id : folded(one.name) === folded(typed)),
    )
    if (kept) return [keptParty(kept)]
    if (person) return [{ ...nobody, part, person_id: person.id }]
    unknown.push(typed)
    return []
  })
  if (unknown.length > 0)
    throw Invalid.field(field, 'strategy.people.unknown', { names: unknown.join(', ') })
  return found
}
