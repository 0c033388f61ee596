import { z } from 'zod'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { enqueue, task } from '#kernel/jobs'
import { officesOf, todayHere } from '#commons/directory'
import { end, give } from '#commons/people'
import { ScimError } from './failure.ts'
import { type Group, groupHeld, groupNamed, groupOf, type GroupSent } from './group.ts'
import { type Operation, patched } from './patch.ts'
import { activeAmong, userNamed } from './user.ts'
import './tables.ts'

/**
 * How many come in or go out in one transaction: each is an act of its own, some 20 ms, and all persons concerned stay
 * locked until the last is done. Of a longer list the others follow as a job.
 */
const mostAtOnce = 50

const idsIn = ({ members }: Group) => new Set(members.map(({ value }) => value))

/**
 * Those of a group are these from today on: who comes into a service works there as an editor, who goes out of it does
 * nothing there any more. A long list is carried out in parts, one job after the other; what is sent last is what counts.
 * Throws `ScimError` for whom nobody knows, and where a group is to be called otherwise.
 */
export async function setMembers(
  { id, displayName }: Group,
  fresh: z.output<typeof GroupSent>,
): Promise<Group> {
  if (fresh.displayName !== undefined && fresh.displayName !== displayName)
    throw new ScimError('mutability', 'Groups are services and roles: people name them.')
  await forget(id)
  const group = await groupHeld(id)
  const before = idsIn(group)
  const after = new Set((fresh.members ?? []).map(({ value }) => value))
  const [coming, going] = [after.difference(before), before.difference(after)]
  if (coming.size + going.size > mostAtOnce) await want(group, after, coming)
  else {
    for (const one of coming) await join(group, one)
    for (const one of going) await goOut(group, one)
  }
  return groupNamed(id)
}

async function want(
  { id }: Group,
  after: ReadonlySet<string>,
  coming: ReadonlySet<string>,
): Promise<void> {
  const there = await activeAmong([...coming])
  for (const one of coming) if (!there.has(one)) await ensureActive(one)
  const members = [...after]
  await db()
    .insertInto('commons.scim_wanted')
    .values({ group_id: id, members })
    .onConflict((clash) => clash.columns(['tenant_id', 'group_id']).doUpdateSet({ members }))
    .execute()
  await goOn(id)
}

const goOn = (group: string) => enqueue(changeMembers, { group }, `scim.members ${group}`)

const forget = (group: string) =>
  db().deleteFrom('commons.scim_wanted').where('group_id', '=', group).execute()

const OfGroup = z.object({ group: z.string().max(100) })

/** Carries out a part of what was sent of a group: first who goes. Where it cannot, the group is again as it is held. */
export const changeMembers = task('scim.members', OfGroup, changeSome, {
  failed: async ({ group }) => void (await forget(group)),
})

async function changeSome({ group: id }: z.output<typeof OfGroup>): Promise<void> {
  const row = await db()
    .selectFrom('commons.scim_wanted')
    .select('members')
    .where('group_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  const group = await groupHeld(id)
  const [held, wanted] = [idsIn(group), new Set(row.members)]
  // Who left since it was sent comes in nowhere.
  const coming = await activeAmong([...wanted.difference(held)])
  const changes = [
    ...[...held.difference(wanted)].map((one) => () => goOut(group, one)),
    ...[...coming].map((one) => () => join(group, one)),
  ]
  for (const change of changes.slice(0, mostAtOnce)) await change()
  await (changes.length > mostAtOnce ? goOn(id) : forget(id))
}

const Listed = z.array(z.looseObject({ value: z.string().max(100) })).max(20_000)

/** The members that an operation lists to come or go; null where it is another one. */
function listIn({ op, path, value }: Operation) {
  const verb = op.toLowerCase()
  if (path !== 'members' || (verb !== 'add' && verb !== 'remove')) return null
  const { data } = Listed.safeParse(value)
  return data ? { verb, ids: data.map((one) => one.value) } : null
}

/** A group after these operations. Whole lists of members come and go without each being compared with each. Throws `ScimError`. */
export function groupAfter(group: Group, operations: readonly Operation[]): Group {
  const lists = operations.flatMap((one) => listIn(one) ?? [])
  if (lists.length < operations.length) return patched(group, operations)
  const members = new Map(group.members.map((one) => [one.value, one]))
  for (const { verb, ids } of lists)
    for (const value of ids)
      if (verb === 'remove') members.delete(value)
      else if (!members.has(value)) members.set(value, { value, display: '' })
  return { ...group, members: [...members.values()] }
}

/** Throws `ScimError` where somebody is not there. */
async function ensureActive(personId: string): Promise<void> {
  const { active } = await userNamed(personId).catch((failure: unknown) => {
    if (!(failure instanceof NotFound)) throw failure
    throw new ScimError('invalidValue', `Nobody is ${personId}.`)
  })
  if (!active) throw new ScimError('invalidValue', `${personId} is not there any more.`)
}

async function join({ id: groupId }: Group, personId: string): Promise<void> {
  await ensureActive(personId)
  const [kind, ...rest] = groupId.split('-')
  const what = rest.join('-')
  const from = { valid_from: todayHere() }
  await (kind === 'role'
    ? give({ kind: 'role', personId, what, ...from })
    : give({ kind: 'function', personId, what: 'editor', serviceId: what, ...from }))
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
