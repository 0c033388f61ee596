import { z } from 'zod'
import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { type Call, ProtocolRoutes } from '#kernel/http'
import { bring, rewrite, takeAway, UserSent } from './bring.ts'
import { resourceTypes, schemas, serviceProviderConfig } from './discovery.ts'
import { failed, scimAnswer, ScimError } from './failure.ts'
import { type Group, groupNamed, groups, GroupSent } from './group.ts'
import { groupAfter, setMembers } from './members.ts'
import { Patch, patched } from './patch.ts'
import { listOf, mostOfPage, picked, withMeta } from './resource.ts'
import { type User, userNamed, users } from './user.ts'

/** SCIM 2.0 (RFC 7643, 7644): joiners and leavers, told by a system that knows them first. */
export const scim = new ProtocolRoutes('/scim/v2', failed)
const provisions = permission('scim.provision')

const Asked = z.looseObject({
  filter: z.string().max(2000).optional(),
  startIndex: z.coerce.number().int().catch(1).default(1),
  count: z.coerce.number().int().catch(mostOfPage).default(mostOfPage),
  attributes: z.string().max(2000).optional(),
  excludedAttributes: z.string().max(2000).optional(),
})
type Asked = z.output<typeof Asked>

/** Which page is meant (RFC 7644 § 3.4.2.4): less than the first is the first. */
const pageOf = ({ startIndex, count }: Asked) => ({
  startIndex: Math.min(Math.max(startIndex, 1), 1_000_000),
  count: Math.min(Math.max(count, 0), mostOfPage),
})

const idOf = (c: Call) => c.req.param('id') ?? ''

async function answer(
  one: User | Group,
  kind: 'User' | 'Group',
  asked: Partial<Asked> = {},
  status = 200,
): Promise<Response> {
  const whole = await withMeta(one, kind)
  return scimAnswer(picked(whole, asked), status, {
    etag: whole.meta.version,
    location: whole.meta.location,
  })
}

/** Throws where the resource is not what whoever sends it saw (RFC 7644 § 3.14). */
async function ensureSame(c: Call, one: User | Group, kind: 'User' | 'Group'): Promise<void> {
  const match = c.req.header('if-match')
  if (!match || match === '*') return
  const { meta } = await withMeta(one, kind)
  if (match !== meta.version)
    throw new ScimError('mutability', 'It was changed meanwhile: read it again.', 412)
}

async function unlessKnown(c: Call, one: User | Group, kind: 'User' | 'Group', asked: Asked) {
  const { meta } = await withMeta(one, kind)
  if (c.req.header('if-none-match') === meta.version)
    return new Response(null, { status: 304, headers: { etag: meta.version } })
  return answer(one, kind, asked)
}

scim.on('get', '/Users', provisions, Asked, async (_c, asked) => {
  const page = pageOf(asked)
  const { all, resources } = await users(asked.filter, page)
  const told = await Promise.all(
    resources.map(async (one) => picked(await withMeta(one, 'User'), asked)),
  )
  return scimAnswer(listOf({ all, startIndex: page.startIndex, resources: told }))
})

scim.on('post', '/Users', provisions, UserSent, async (_c, sent) =>
  answer(await bring(sent), 'User', {}, 201),
)

scim.on('get', '/Users/:id', provisions, Asked, async (c, asked) =>
  unlessKnown(c, await userNamed(idOf(c)), 'User', asked),
)

scim.on('put', '/Users/:id', provisions, UserSent, async (c, sent) => {
  const before = await userNamed(idOf(c))
  await ensureSame(c, before, 'User')
  return answer(await rewrite(before.id, sent), 'User')
})

scim.on('patch', '/Users/:id', provisions, Patch, async (c, { Operations }) => {
  const before = await userNamed(idOf(c))
  await ensureSame(c, before, 'User')
  return answer(await rewrite(before.id, sentBy(UserSent, patched(before, Operations))), 'User')
})

/** A resource as it is after a change, taken as if it had been sent so. Throws `ScimError`. */
function sentBy<S extends z.ZodType>(schema: S, resource: object): z.output<S> {
  const read = schema.safeParse(resource)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new ScimError('invalidValue', `${issue?.path.join('.') ?? ''} is not what it may be.`)
}

scim.on('delete', '/Users/:id', provisions, z.looseObject({}), async (c) => {
  await takeAway(idOf(c))
  return scimAnswer(null, 204)
})

scim.on('get', '/Groups', provisions, Asked, async (_c, asked) => {
  const page = pageOf(asked)
  const { all, resources } = await groups(asked.filter, page)
  const told = await Promise.all(
    resources.map(async (one) => picked(await withMeta(one, 'Group'), asked)),
  )
  return scimAnswer(listOf({ all, startIndex: page.startIndex, resources: told }))
})

scim.on('get', '/Groups/:id', provisions, Asked, async (c, asked) =>
  unlessKnown(c, await groupNamed(idOf(c)), 'Group', asked),
)

scim.on('put', '/Groups/:id', provisions, GroupSent, async (c, sent) => {
  const before = await groupNamed(idOf(c))
  await ensureSame(c, before, 'Group')
  return answer(await setMembers(before, sent), 'Group')
})

scim.on('patch', '/Groups/:id', provisions, Patch, async (c, { Operations }) => {
  const before = await groupNamed(idOf(c))
  await ensureSame(c, before, 'Group')
  const after = sentBy(GroupSent, groupAfter(before, Operations))
  return answer(await setMembers(before, after), 'Group')
})

const notHere = () => {
  throw new ScimError('mutability', 'Groups are services and roles: people make and end them.', 403)
}
scim.on('post', '/Groups', provisions, z.looseObject({}), notHere)
scim.on('delete', '/Groups/:id', provisions, z.looseObject({}), notHere)

scim.on('post', '/Bulk', provisions, z.looseObject({}), () => {
  throw new ScimError('invalidSyntax', 'Many at once are not taken: send one after the other.', 501)
})

scim.on('get', '/ServiceProviderConfig', provisions, Asked, async () =>
  scimAnswer(await serviceProviderConfig()),
)

for (const [path, all] of [
  ['/ResourceTypes', resourceTypes],
  ['/Schemas', schemas],
] as const) {
  scim.on('get', path, provisions, Asked, async () => {
    const resources = await all()
    return scimAnswer(listOf({ all: resources.length, startIndex: 1, resources }))
  })
  scim.on('get', `${path}/:id`, provisions, Asked, async (c) => {
    const found = (await all()).find((one) => Reflect.get(one, 'id') === idOf(c))
    if (!found) throw new NotFound()
    return scimAnswer(found)
  })
}
