import { sql } from 'kysely'
import { filter as tested } from 'scim2-parse-filter'
import { z } from 'zod'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { isPersonal, officesOf, officesOn, roles, services, todayHere } from '#commons/directory'
import { end, give } from '#commons/people'
import { ensureFew } from './at-once.ts'
import { ScimError } from './failure.ts'
import { parsedFilter } from './filter.ts'
import { groupSchema, type Resource } from './resource.ts'
import { userNamed } from './user.ts'

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

/** The same with those who are in them today. */
async function withMembers(groups: readonly Group[]): Promise<Group[]> {
  const offices = await officesOn(todayHere())
  const { rows } = await sql<{ id: string; name: string }>`
    select d.id, d.first_name || ' ' || d.last_name as name from commons.person d
    join kernel.account a on a.id = d.id
    left join commons.provisioned p on p.person_id = d.id
    where d.merged_into is null and p.removed_at is null`.execute(db())
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return groups.map((group) => {
    const held = offices.filter((office) => groupOf(office) === group.id)
    const ids = [...new Set(held.map(({ person_id: id }) => id))].toSorted()
    const members = ids.flatMap((id) => {
      const display = names.get(id)
      return display === undefined ? [] : [{ value: id, display }]
    })
    return { ...group, members }
  })
}

const groupOf = (office: { kind: string; what: string; service_id: string | null }) =>
  office.kind === 'role'
    ? `role-${office.what}`
    : office.kind === 'function'
      ? `service-${office.service_id}`
      : ''

/** One group. Throws `NotFound`. */
export async function groupNamed(id: string): Promise<Group> {
  const found = (await known()).filter((one) => one.id === id)
  const [group] = await withMembers(found)
  if (!group) throw new NotFound()
  return group
}

/** A page of the groups that a filter finds. Throws `ScimError`. */
export async function groups(
  filter: string | undefined,
  { startIndex, count }: { startIndex: number; count: number },
): Promise<{ all: number; resources: Group[] }> {
  const matches = filter ? tested(parsedFilter(filter)) : () => true
  const found = (await withMembers(await known())).filter((one) => matches(one))
  const from = startIndex - 1
  return { all: found.length, resources: found.slice(from, from + count) }
}

/**
 * Those of a group are these from today on: who comes into a service works there as an editor, who goes out of it does
 * nothing there any more. Throws `ScimError` for whom nobody knows, and where a group is to be called otherwise.
 */
export async function setMembers(group: Group, fresh: z.output<typeof GroupSent>): Promise<Group> {
  if (fresh.displayName !== undefined && fresh.displayName !== group.displayName)
    throw new ScimError('mutability', 'Groups are services and roles: people name them.')
  const before = new Set(group.members.map(({ value }) => value))
  const after = new Set((fresh.members ?? []).map(({ value }) => value))
  const coming = after.difference(before)
  const going = before.difference(after)
  ensureFew(coming.size + going.size)
  for (const id of coming) await join(group, id)
  for (const id of going) await goOut(group, id)
  return groupNamed(group.id)
}

async function join({ id: groupId }: Group, personId: string): Promise<void> {
  const { id, active } = await userNamed(personId).catch((failure: unknown) => {
    if (!(failure instanceof NotFound)) throw failure
    throw new ScimError('invalidValue', `Nobody is ${personId}.`)
  })
  if (!active) throw new ScimError('invalidValue', `${personId} is not there any more.`)
  const [kind, ...rest] = groupId.split('-')
  const what = rest.join('-')
  const from = { valid_from: todayHere() }
  await (kind === 'role'
    ? give({ kind: 'role', personId: id, what, ...from })
    : give({ kind: 'function', personId: id, what: 'editor', serviceId: what, ...from }))
}

async function goOut({ id: groupId }: Group, personId: string): Promise<void> {
  const today = todayHere()
  const held = (await officesOf([personId])).filter(
    (office) =>
      groupOf(office) === groupId &&
      (!office.valid_to || Temporal.PlainDate.compare(office.valid_to, today) > 0),
  )
  for (const office of held) await end(personId, office, today)
}
