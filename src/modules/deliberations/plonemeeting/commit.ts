import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { emit } from '#kernel/events'
import { inLanguage, t } from '#kernel/i18n'
import { clean, isEmpty, type RichText } from '#kernel/richtext'
import { addAnnex } from '#commons/annexes'
import { addService } from '#commons/directory'
import { create, read, rememberImport } from '#commons/dossiers'
import { enforce } from '#commons/workflow'
import { addCategory } from '../category.ts'
import { type Item, items } from '../item.ts'
import { type Meeting, itemReference, meetingPath, meetings, planMeeting } from '../meeting.ts'
import { type Organ, organ as organById } from '../organ.ts'
import { itemWorkflow } from '../workflow.ts'
import { annexId, type Here, source } from './known.ts'
import type { Plan, PlannedAnnex, PlannedItem } from './plan.ts'
import { folded, type PlannedLabel } from './resolve.ts'
import { motivationOf } from './texts.ts'
import type { RemoteItem, RemoteMeeting } from './types.ts'

/** What an import wrote. */
export interface Imported {
  meetingId: string
  items: number
  annexes: number
}

type Created = Extract<PlannedItem, { action: 'create' }>

/**
 * Carries out a plan that is ready, in the open transaction: categories and services, the meeting
 * with its agenda open, its points in the order of their numbers, their annexes.
 */
export async function commit(plan: Plan, here: Here): Promise<Imported> {
  const { meeting: remote } = plan.meeting
  if (!remote) throw new Error('A plan that is ready has a meeting')
  const categoryIds = await settle('category', plan.categories, addCategory)
  const serviceIds = await settle('service', plan.services, addService)
  const meeting = here.meetingId
    ? await read(meetings, here.meetingId, { lock: true })
    : await importMeeting(remote, here.organ)
  ensure(meeting.state !== 'closed', Conflict, 'deliberations.meeting.closed_already')
  const agenda: Agenda = { meeting, organ: await organById(meeting.organ_id) }
  const done = { meetingId: meeting.id, items: 0, annexes: 0 }
  let position = await lastPosition(meeting)
  for (const planned of plan.items) {
    if (planned.action === 'refused') continue
    const fresh = planned.annexes.filter(({ action }) => action === 'create')
    if (planned.action === 'create') {
      const category = categoryIds.get(planned.category?.token ?? '') ?? null
      const service = serviceIds.get(planned.service.token) ?? null
      const item = await importItem(planned, agenda, { position: ++position, category, service })
      await importAnnexes(item, fresh)
      done.items++
    } else if (fresh.length > 0) {
      await importAnnexes(await read(items, here.dossiers.get(planned.item.uid) ?? ''), fresh)
    }
    done.annexes += fresh.length
  }
  await audit('import', meetingPath(meeting))
  return done
}

/** Makes what is to be made, and remembers by which token of theirs each is known from now on. */
async function settle(
  what: 'category' | 'service',
  labels: readonly PlannedLabel[],
  add: (name: string) => Promise<{ id: string }>,
): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const { token, resolution } of labels) {
    if (resolution.kind === 'question') continue
    const key = resolution.kind === 'create' ? folded(resolution.name) : ''
    const id =
      resolution.kind === 'create'
        ? (made.get(key) ?? (await add(resolution.name)).id)
        : resolution.id
    made.set(key, id)
    ids.set(token, id)
    if (resolution.kind !== 'known') await remember(what, token, id)
  }
  return ids
}

async function remember(what: 'category' | 'service', token: string, id: string): Promise<void> {
  await db()
    .insertInto('deliberations.import_mapping')
    .values({ what, token, local_id: id })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'what', 'token']).doUpdateSet({ local_id: id }),
    )
    .execute()
}

async function importMeeting(remote: RemoteMeeting, organ: Organ | null): Promise<Meeting> {
  const meeting = await planMeeting({
    organId: organ?.id ?? '',
    startsAt: remote.startsAt.toInstant(),
    place: remote.place,
    assembly: attendanceOf(remote),
  })
  await rememberImport(source, remote.uid, meeting.id, '')
  const { uid, title, number, state } = remote
  await emit('deliberations.meeting.import', meeting.id, { source, uid, title, number, state })
  return meeting
}

/** Who was there, excused and absent, as one text in the language of the authority. */
function attendanceOf({ assembly, excused, absents }: RemoteMeeting): RichText {
  const others = inLanguage('fr', () =>
    [
      { heading: t('deliberations.import.excused'), text: excused },
      { heading: t('deliberations.import.absents'), text: absents },
    ].flatMap(({ heading, text }) => (isEmpty(text) ? [] : [`<h4>${heading}</h4>${text}`])),
  )
  return clean([assembly, ...others].join('')).html
}

interface Agenda {
  meeting: Meeting
  organ: Organ
}

async function lastPosition({ id }: Meeting): Promise<number> {
  const { last } = await db()
    .selectFrom('deliberations.item')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('last'))
    .where('meeting_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(last)
}

/** A point lands on the agenda as it was numbered; on one that is frozen it is late and frozen too. */
async function importItem(
  { item: remote }: Created,
  { meeting, organ }: Agenda,
  at: { position: number; category: string | null; service: string | null },
): Promise<Item> {
  const open = meeting.state === 'created'
  const { uid, number, reference, listType, privacy, decision } = remote
  const item = await create(
    items,
    { title: remote.title, state: 'presented', service_id: at.service },
    {
      organ_id: organ.id,
      meeting_id: meeting.id,
      position: at.position,
      list_type: open ? listType : 'late',
      privacy,
      poll_type: pollTypeOf(remote),
      category_id: at.category,
      motivation: motivationOf(remote),
      decision,
    },
  )
  await rememberImport(source, uid, item.id, remote.hash)
  await emit('deliberations.item.import', item.id, { source, uid, number, reference })
  if (open) return item
  const patch = { reference: itemReference(organ.acronym, meeting, at.position) }
  return enforce(items, itemWorkflow, item, 'freeze', { patch })
}

/** How we vote on it: PloneMeeting tells ways of voting in public apart that the law does not. */
function pollTypeOf({ pollType, votesAreSecret }: RemoteItem): Item['poll_type'] {
  if (pollType === 'no_vote') return 'no_vote'
  const secret = pollType === 'secret' || pollType === 'secret_separated'
  return secret || (pollType === null && votesAreSecret) ? 'secret' : 'freehand'
}

async function importAnnexes(item: Item, planned: readonly PlannedAnnex[]): Promise<void> {
  for (const { annex } of planned) {
    if (!annex.bytes) continue
    const name = annex.filename ?? annex.title
    const { hash } = await addAnnex(item, { name, title: annex.title, bytes: annex.bytes })
    await rememberImport(source, annexId(annex.uid), item.id, hash)
  }
}
