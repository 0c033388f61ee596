import { sql } from 'kysely'
import { filter as tested } from 'scim2-parse-filter'
import { z } from 'zod'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { isPersonal, officesOn, roles, services, todayHere } from '#commons/directory'
import { parsedFilter } from './filter.ts'
import { groupSchema, type Resource } from './resource.ts'
import './tables.ts'

/** A group of people: those of a service, or those who hold a role. */
export interface Group extends Resource {
  displayName: string
  members: { value: string; display: string }[]
}

export const GroupSent = z.looseObject({
  displayName: z.string().max(200).optional(),
  members: z
    .array(z.looseObject({ value: z.string().max(100) }))
    .max(20_000)
    .nullish(),
})

/** The groups of the house: its services, and the roles that are no person's own. Those are given by people alone. */
async function known(): Promise<Group[]> {
  const ofServices = (await services()).map(({ id, label }) => ({
    ...{ id: `service-${id}`, displayName: label },
  }))
  const ofRoles = roles
    .all()
    .filter((role) => !isPersonal(role))
    .map(({ name, called }) => ({
      ...{ id: `role-${name}`, displayName: t('scim.role', { name: t(called) }) },
    }))
  const all = [...ofServices, ...ofRoles]
  return all.map((one) => ({ schemas: [groupSchema], ...one, members: [] }))
}

/** Who is to be in groups of which a long list was sent, as long as it is not carried out. */
async function wanted(): Promise<Map<string, string[]>> {
  const rows = await db()
    .selectFrom('commons.scim_wanted')
    .select(['group_id', 'members'])
    .execute()
  return new Map(rows.map(({ group_id, members }) => [group_id, members]))
}

/** The same with those who are in them today, or are to be. */
async function withMembers(
  groups: readonly Group[],
  sent: ReadonlyMap<string, string[]>,
): Promise<Group[]> {
  const offices = await officesOn(todayHere())
  const { rows } = await sql<{ id: string; name: string }>`
    select d.id, d.first_name || ' ' || d.last_name as name from commons.person d
    join kernel.account a on a.id = d.id
    left join commons.provisioned p on p.person_id = d.id
    where d.merged_into is null and p.removed_at is null`.execute(db())
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return groups.map((group) => {
    const held = offices.filter((office) => groupOf(office) === group.id)
    const ids = [...new Set(sent.get(group.id) ?? held.map(({ person_id: id }) => id))].toSorted()
    const members = ids.flatMap((id) => {
      const display = names.get(id)
      return display === undefined ? [] : [{ value: id, display }]
    })
    return { ...group, members }
  })
}

export const groupOf = (office: { kind: string; what: string; service_id: string | null }) =>
  office.kind === 'role'
    ? `role-${office.what}`
    : office.kind === 'function'
      ? `service-${office.service_id}`
      : ''

/** One group, as it was last sent. Throws `NotFound`. */
export const groupNamed = async (id: string): Promise<Group> => oneOf(id, await wanted())

/** The same with those who are in it at this moment. */
export const groupHeld = (id: string): Promise<Group> => oneOf(id, new Map())

async function oneOf(id: string, sent: ReadonlyMap<string, string[]>): Promise<Group> {
  const found = (await known()).filter((one) => one.id === id)
  const [group] = await withMembers(found, sent)
  if (!group) throw new NotFound()
  return group
}

/** A page of the groups that a filter finds. Throws `ScimError`. */
export async function groups(
  filter: string | undefined,
  { startIndex, count }: { startIndex: number; count: number },
): Promise<{ all: number; resources: Group[] }> {
  const matches = filter ? tested(parsedFilter(filter)) : () => true
  const found = (await withMembers(await known(), await wanted())).filter((one) => matches(one))
  const from = startIndex - 1
  return { all: found.length, resources: found.slice(from, from + count) }
}
