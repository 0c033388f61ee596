import { Conflict, ensure } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import {
  createMany,
  read,
  rememberImport,
  rememberImports,
  tell,
  tellMany,
} from '#commons/dossiers'
import { isPast } from '#commons/clock'
import { enforceMany } from '#commons/workflow'
import { type AgendaEntry, insert, keepsDecided } from '#commons/ordering'
import { organ } from '#commons/organs'
import {
  agendaEntries,
  dayOf,
  isOver,
  type Item,
  itemReference,
  items,
  itemWorkflow,
  type Meeting,
  meetings,
  place,
  planMeeting,
  renumber,
  sittingRule,
} from '#modules/deliberations'

/** Where a meeting or a point comes from: by what id another system knows it. */
export interface Origin {
  source: string
  uid: string
  /** Of what that system says of it; the same hash means that nothing changed there. */
  hash: string
  /** What history keeps besides: what it was called and numbered there. */
  told: EventData
}

/** Plans a meeting that another system knows. Its agenda is open: it is held here. */
export async function takeOverMeeting(
  { source, uid, hash, told }: Origin,
  plan: Parameters<typeof planMeeting>[0],
): Promise<Meeting> {
  const held = isPast(dayOf({ starts_at: plan.startsAt }))
  const meeting = await planMeeting({ ...plan, held })
  await rememberImport(source, uid, meeting.id, hash)
  await tell(meetings, meeting.id, 'import', { source, uid, ...told })
  return meeting
}

/** A point of another system, as it becomes one of ours; its number is that of its agenda there. */
export type ForeignItem = { origin: Origin; number: string } & Pick<
  Item,
  | 'title'
  | 'service_id'
  | 'category_id'
  | 'list_type'
  | 'privacy'
  | 'poll_type'
  | 'motivation'
  | 'decision'
>

/**
 * Puts points of another system at the end of an agenda, in the order given, whatever the organ's
 * order of insertion, those below another with it, as far as the law lets them stand there (CDLD L1122-22); on an agenda that is frozen they are late and frozen too. Returns them in that
 * order. Throws `Conflict` once the meeting is closed.
 */
export async function takeOverItems(
  meetingId: string,
  foreign: readonly ForeignItem[],
): Promise<Item[]> {
  const meeting = await read(meetings, meetingId, { lock: true })
  ensure(!isOver(meeting), Conflict, 'deliberations.meeting.closed_already')
  const { acronym, kind } = await organ(meeting.organ_id)
  const rule = await sittingRule(kind, dayOf(meeting))
  const isOpen = meeting.state === 'created'
  const agenda = await agendaEntries(meetingId)
  const places = insert<AgendaEntry>(
    agenda,
    foreign.map(({ list_type, privacy, title, number }, at) => ({
      ...{ id: String(at), privacy, title, categoryRank: 0, serviceRank: 0 },
      below: number.includes('.'),
      listType: isOpen ? list_type : 'late',
    })),
    [{ by: 'at_the_end' }],
    rule,
  )
  ensure(keepsDecided(agenda, places), Conflict, 'deliberations.order.decided_behind')
  const placeOf = new Map(places.map((one) => [one.id, one]))
  const taken = await createMany(
    items,
    foreign.map(({ title, service_id, list_type, ...said }, at) => ({
      root: { title, state: 'presented', service_id },
      own: {
        category_id: said.category_id,
        privacy: rule.closedBy === null ? said.privacy : ('secret' as const),
        poll_type: said.poll_type,
        purpose: said.poll_type === 'no_vote' ? ('takes_note' as const) : ('decision' as const),
        motivation: said.motivation,
        decision: said.decision,
        organ_id: meeting.organ_id,
        meeting_id: meeting.id,
        position: placeOf.get(String(at))?.position ?? null,
        number: placeOf.get(String(at))?.number ?? null,
        list_type: isOpen ? list_type : 'late',
      },
    })),
  )
  await place(places.filter(({ id }) => agenda.some((entry) => entry.id === id)))
  await remember(foreign, taken)
  if (isOpen) return taken
  await renumber(meeting)
  const referenceAt = await itemReference(acronym, meeting)
  const steps = taken.map((dossier) => ({
    dossier,
    patch: { reference: referenceAt(dossier) },
  }))
  return enforceMany(items, itemWorkflow, 'freeze', steps)
}

/** A point that was decided elsewhere. */
export type PastItem = ForeignItem & Pick<Item, 'state' | 'reference' | 'to_discuss'>

/**
 * Puts points that were decided elsewhere on the agenda of their meeting as they stood there: in that order, under those numbers and references,
 * on those lists. Nothing is asked of what was decided, and nothing follows from it here.
 */
export async function takeOverPast(meeting: Meeting, past: readonly PastItem[]): Promise<Item[]> {
  const { kind } = await organ(meeting.organ_id)
  const { closedBy } = await sittingRule(kind, dayOf(meeting))
  const taken = await createMany(
    items,
    past.map((one, at) => {
      const { title, service_id, state, reference, origin: _, ...said } = one
      return {
        root: { title, service_id, state, reference },
        own: {
          ...said,
          ...{ organ_id: meeting.organ_id, meeting_id: meeting.id, position: at + 1 },
          privacy: closedBy === null ? said.privacy : ('secret' as const),
          purpose: said.poll_type === 'no_vote' ? ('takes_note' as const) : ('decision' as const),
          decided_at: meeting.starts_at,
        },
      }
    }),
  )
  await remember(past, taken)
  return taken
}

/** Keeps where points come from: that the same import twice changes nothing, and that history says it. */
async function remember(foreign: readonly ForeignItem[], taken: readonly Item[]): Promise<void> {
  const known = taken.flatMap(({ id }, at) => {
    const origin = foreign[at]?.origin
    return origin ? [{ id, origin }] : []
  })
  for (const [source, of] of Map.groupBy(known, ({ origin }) => origin.source))
    await rememberImports(
      source,
      of.map(({ id, origin }) => ({
        externalId: origin.uid,
        dossierId: id,
        contentHash: origin.hash,
      })),
    )
  await tellMany(
    items,
    'import',
    known.map(({ id, origin: { source, uid, told } }) => ({
      subjectId: id,
      data: { source, uid, ...told },
    })),
  )
}
