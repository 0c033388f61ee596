import { createRequire } from 'node:module'
import { join } from 'node:path'
import { actor, openToAll, permission } from '#kernel/access'
import { projectRoot } from '#kernel/config'
import { NotFound } from '#kernel/errors'
import type { Call } from '#kernel/http'
import { annexAnswer, annexesOf } from '#commons/annexes'
import { itemPath, meetingPath } from '#modules/deliberations'
import { need } from './acting.ts'
import { annexNamed } from './add-annex.ts'
import { base, configNamed, configs } from './config.ts'
import { badRequest, Refused } from './failure.ts'
import { lists } from './lists.ts'
import { Params, Query } from './params.ts'
import { answer, calledHere, reading, reads, rest } from './rest.ts'
import { find, pageOf, type What } from './search.ts'
import { toldAttendees } from './tell-attendee.ts'
import { toldConfig } from './tell-config.ts'
import { itemUrl } from './tell-item.ts'
import { meetingUrl } from './tell-meeting.ts'
import { toldUser, userNamed, usersLike } from './tell-user.ts'
import { type Named, toldAnnexesOf, toldMany, whatIs } from './told.ts'
import { idOfUid } from './uid.ts'

const readsPoints = permission('deliberations.read')
const downloads = permission('annexes.download')

/** A page of a list, with the addresses of the others where there are any. */
async function listed(c: Call, asked: Params, found: { total: number; items: readonly object[] }) {
  const url = await addressOf(c)
  const { start, size } = pageOf(asked)
  const at = (first: number) => {
    const other = new URL(url)
    other.searchParams.set('b_start', String(first))
    return other.href
  }
  const last = Math.max(0, Math.floor((found.total - 1) / size) * size)
  const batching = {
    ...{ '@id': url, first: at(0), last: at(last) },
    ...(start + size < found.total && { next: at(start + size) }),
    ...(start > 0 && { prev: at(Math.max(0, start - size)) }),
  }
  return answer({
    '@id': url,
    ...(found.total > size && { batching }),
    items: found.items,
    items_total: found.total,
  })
}

const addressOf = async (c: Call): Promise<string> =>
  `${await base()}${c.req.path.replace(/^\/plonemeeting/, '')}${new URL(c.req.url).search}`

const types: Readonly<Record<string, What>> = { item: 'item', meeting: 'meeting' }

reading('/@search', async (c, asked) => {
  need(readsPoints, 'read')
  const type = asked.one('type') ?? 'item'
  const what = Object.hasOwn(types, type) ? types[type] : undefined
  if (!what) throw badRequest('restapi.type_unknown', { type })
  const id = asked.one('config_id')
  // Whoever asks by UID or by what they call it need not say where it is.
  const isNamed = ['UID', 'uid', 'external_id', 'externalIdentifier', 'in_name_of'].some((one) =>
    asked.has(one),
  )
  if (id === undefined && !isNamed) throw badRequest('restapi.config_needed')
  const some = id === undefined || id === '*' ? await configs() : [await configNamed(id)]
  const { ids, total } = await find(what, some, asked, await lists())
  return listed(c, asked, { total, items: await toldMany(what, ids, asked) })
})

/** The one element that is asked, by UID or by what whoever sent it calls it. */
async function namedBy(asked: Params, wanted?: What): Promise<Named> {
  need(readsPoints, 'read')
  const uid = asked.one('UID') ?? asked.one('uid')
  if (uid !== undefined) return whatIs(uid, wanted)
  const identifier = asked.one('external_id') ?? asked.one('externalIdentifier')
  if (identifier === undefined) throw badRequest('restapi.uid_needed')
  const some = new Params({ external_id: identifier, sort_on: 'created' })
  const [id] = (await find('item', await configs(), some, await lists())).ids
  if (id === undefined) throw new NotFound('restapi.uid_unknown', { uid: identifier })
  return whatIs(id, wanted)
}

async function one(asked: Params, named: Named): Promise<Response> {
  const [element] = await toldMany(named.what, [named.id], asked)
  if (!element) throw new NotFound()
  return answer(element)
}

reading('/@get', async (_c, asked) => one(asked, await namedBy(asked)))
reading('/@item', async (_c, asked) => one(asked, await namedBy(asked, 'item')))
reading('/@meeting', async (_c, asked) => one(asked, await namedBy(asked, 'meeting')))

/** What a route is about: its UID stands in the address, or in the query. */
async function around(c: Call, asked: Params, wanted?: What): Promise<Named> {
  const uid = c.req.param('uid')
  if (uid === undefined) return namedBy(asked, wanted)
  need(readsPoints, 'read')
  return whatIs(uid, wanted)
}

for (const path of [
  '/@annexes',
  '/@annexes/:uid',
  '/items/:uid/@annexes',
  '/meetings/:uid/@annexes',
])
  reading(path, async (c, asked) => {
    const named = await around(c, asked)
    // Files of a meeting are documents of the house, and none that somebody added.
    if (named.what === 'meeting') return answer([])
    return answer(await toldAnnexesOf(named.id, await annexesOf(named.id), asked))
  })

async function attendeesOf(named: Named, only?: string): Promise<object[]> {
  const at = await base()
  const { id } = named
  if (named.what === 'meeting') return toldAttendees(named.meeting, meetingUrl(at, id), null, only)
  const { meeting_id, position } = named.item
  if (!meeting_id) return []
  const found = await whatIs(meeting_id, 'meeting')
  return found.what === 'meeting'
    ? toldAttendees(found.meeting, itemUrl(at, id), position, only)
    : []
}

for (const path of [
  '/@attendees',
  '/@attendees/:uid',
  '/items/:uid/@attendees',
  '/meetings/:uid/@attendees',
])
  reading(path, async (c, asked) => answer(await attendeesOf(await around(c, asked))))

for (const path of [
  '/@attendee/:uid/:attendee',
  '/items/:uid/@attendee/:attendee',
  '/meetings/:uid/@attendee/:attendee',
])
  reading(path, async (c, asked) => {
    const attendee = c.req.param('attendee') ?? ''
    const [found] = await attendeesOf(await around(c, asked), idOfUid(attendee) ?? attendee)
    if (!found) throw new NotFound('restapi.uid_unknown', { uid: attendee })
    return answer(found)
  })

reading('/@config', async (c, asked) => {
  need(readsPoints, 'read')
  const id = asked.one('config_id')
  if (id === undefined) throw badRequest('restapi.config_needed')
  if (id !== '*') return answer(await toldConfig(await configNamed(id), asked))
  const all = await configs()
  const items: object[] = []
  for (const config of all) items.push(await toldConfig(config, asked))
  return listed(c, new Params({ b_size: '1000' }), { total: items.length, items })
})

reading('/@users', async (_c, asked) => {
  const answers: object[] = []
  for (const user of await usersLike(asked.one('query') ?? ''))
    answers.push(await toldUser(user, asked))
  return answer(answers)
})
reading('/@users/:login', async (c, asked) =>
  answer(await toldUser(await userNamed(c.req.param('login') ?? '', calledHere(c)), asked)),
)

const { version } = createRequire(import.meta.url)(join(projectRoot, 'package.json')) as {
  version: string
}

/** Whoever asks learns what answers, and by what name it is known. */
rest.on('get', '/@infos', openToAll, Query, (c) =>
  Promise.resolve(
    answer({
      packages: {
        // As which it answers: what clients look for.
        ...{
          'plonemeeting.restapi': '2.12',
          'imio.restapi': '1.0',
          'Products.PloneMeeting': '4.2',
        },
        beffroi: version,
      },
      connected_user: actor().id === null ? null : calledHere(c),
    }),
  ),
)

reading('/items/:uid/annexes/:annex', async (c) => {
  need(downloads, 'read')
  need(readsPoints, 'read')
  const { id } = await whatIs(c.req.param('uid') ?? '', 'item')
  const annex = await annexNamed(id, c.req.param('annex') ?? '')
  if (!annex) throw new NotFound()
  return annexAnswer(annex.id, c.req.path)
})

/**
 * The address of a point or meeting itself: a program reads it, and the browser of a person who follows the link comes to the
 * page, which asks who they are.
 */
for (const [path, what, page] of [
  ['/items/:uid', 'item', itemPath],
  ['/meetings/:uid', 'meeting', meetingPath],
] as const)
  rest.on('get', path, openToAll, Query, async (c, query) => {
    const uid = c.req.param('uid') ?? ''
    const id = idOfUid(uid)
    if (id && c.req.header('accept')?.includes('text/html'))
      return new Response(null, { status: 303, headers: { location: page({ id }) } })
    if (actor().id === null) throw new Refused(401, 'http.sign_in_needed')
    need(reads, 'read')
    need(readsPoints, 'read')
    return one(new Params(query), await whatIs(uid, what))
  })
