import { sql } from 'kysely'
import { actAs, actor, isProgram, isSystem, may, permission, system } from '#kernel/access'
import { currentTenantId, db } from '#kernel/db'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { lossInWords } from '#kernel/pages'
import { create, createMany, read, write, writeMany } from '#commons/dossiers'
import { publicationsOfMany } from '#commons/publication'
import { keepAnnexes, renewAnnexes } from './annexes.ts'
import { meaningsOf, noteTokens, type NamedToken } from './mapping.ts'
import { type IncomingMeeting, incomingMeetings } from './meeting.ts'
import { type AnnexStep, planOf, type PointStep } from './plan.ts'
import { type IncomingPoint, incomingPoints } from './point.ts'
import type { ReceivedMeeting, ReceivedPoint } from './received.ts'
import { type Source, sources } from './source.ts'
import { textOf, together } from './text.ts'

const keeps = permission('incoming.write')
const pushes = permission('incoming.push')

/** The tokens of theirs of which nobody said yet what they stand for here. */
interface Unmapped {
  organs: string[]
  subjects: string[]
  in_charge: string[]
}

/** What receiving a meeting would do. */
export interface Comparison {
  points: {
    id: string
    title: string
    what: PointStep['what']
    annexes: Pick<AnnexStep, 'id' | 'title' | 'what'>[]
  }[]
  unmapped: Unmapped
}

/** What was done with a meeting that was told. Points by their ids there. */
interface Received {
  /** Its dossier here; null where nothing was taken over. */
  meeting: string | null
  created: string[]
  modified: string[]
  removed: string[]
  unchanged: string[]
  ignored: { id: string; why: 'older' | 'not_chosen' }[]
  /** What readers of the texts of points that were created or modified would miss here, in words. */
  left: { id: string; what: string }[]
  unmapped: Unmapped
}

/** What receiving would do: nothing is written. Throws `Forbidden` where the one who acts does not receive for this source. */
export async function compare(
  sourceId: string,
  told: ReceivedMeeting,
  { force = false } = {},
): Promise<Comparison> {
  const source = await receiving(sourceId)
  const { points } = await planOf(source.id, told, { force })
  return {
    points: points.map(({ id, title, what, annexes }) => ({
      ...{ id, title, what },
      annexes: annexes.map((one) => ({ id: one.id, title: one.title, what: one.what })),
    })),
    unmapped: await unmappedOf(source, told),
  }
}

/**
 * Takes over what other software told of a meeting: all of it or the chosen points, all or nothing. Older than what is known changes
 * nothing and says so, the same twice changes nothing; a point that its meeting names no more is gone, and stays public until somebody
 * withdraws it. Throws `Forbidden` where the one who acts does not receive for this source, `Invalid` where a file is missing.
 */
export async function receive(
  sourceId: string,
  told: ReceivedMeeting,
  { only, force = false }: { only?: readonly string[]; force?: boolean } = {},
): Promise<Received> {
  const source = await receiving(sourceId)
  await oneAtATime(source.id, told.id)
  const plan = await planOf(source.id, told, { lock: true, force })
  const chosen = new Set(only ?? plan.points.map(({ id }) => id))
  const all = (what: PointStep['what']) =>
    plan.points.filter((one) => one.what === what && chosen.has(one.id))
  await noteTokens(source.id, tokensOf(told))
  const meeting = plan.older ? plan.meeting : await keepMeeting(source, told, plan.meeting)
  const steps = { added: all('added'), modified: all('modified'), removed: all('removed') }
  const left: Received['left'] = []
  if (meeting) {
    left.push(...(await addPoints(meeting, steps.added)))
    left.push(...(await changePoints(steps.modified)))
    await vanish(steps.removed)
    await renewAnnexes(plan.points.filter(({ what }) => what !== 'older'))
  }
  const ids = (some: readonly PointStep[]) => some.map(({ id }) => id)
  return {
    meeting: meeting?.id ?? null,
    ...{ created: ids(steps.added), modified: ids(steps.modified), removed: ids(steps.removed) },
    unchanged: ids(all('unchanged')),
    ignored: plan.points.flatMap(({ id, what }) => {
      if (what === 'older') return { id, why: 'older' as const }
      return chosen.has(id) ? [] : { id, why: 'not_chosen' as const }
    }),
    left,
    unmapped: await unmappedOf(source, told),
  }
}

/** The source, for whoever receives for it: its own program, or somebody who keeps sources. Throws `Forbidden`, `Conflict` where it ended. */
async function receiving(sourceId: string): Promise<Source> {
  const source = await actAs(system, () => read(sources, sourceId))
  const mayReceive = isProgram()
    ? may(pushes) && source.program_id === actor().id
    : isSystem() || may(keeps)
  ensure(mayReceive, Forbidden, 'incoming.not_yours')
  ensure(source.state === 'used', Conflict, 'incoming.source_ended')
  return source
}

/** What is told twice at the same moment goes one after the other. */
async function oneAtATime(sourceId: string, meetingId: string): Promise<void> {
  const name = `incoming ${currentTenantId()} ${sourceId} ${meetingId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db())
}

const tokensOf = ({ organ, points }: ReceivedMeeting): NamedToken[] => [
  { what: 'organ', token: organ },
  ...points.flatMap(({ subject, in_charge }): NamedToken[] => [
    ...(subject === null ? [] : [{ what: 'subject' as const, token: subject }]),
    ...in_charge.map((token) => ({ what: 'in_charge' as const, token })),
  ]),
]

async function unmappedOf({ id }: Source, told: ReceivedMeeting): Promise<Unmapped> {
  const known = await meaningsOf(id)
  const tokens = tokensOf(told)
  const lacking = (what: NamedToken['what'], has: ReadonlyMap<string, string>) => [
    ...new Set(
      tokens.flatMap((one) => (one.what === what && !has.has(one.token) ? one.token : [])),
    ),
  ]
  return {
    organs: lacking('organ', known.organs),
    subjects: lacking('subject', known.subjects),
    in_charge: lacking('in_charge', known.people),
  }
}

async function keepMeeting(
  source: Source,
  told: ReceivedMeeting,
  known: IncomingMeeting | undefined,
): Promise<IncomingMeeting> {
  const { organs } = await meaningsOf(source.id)
  const { title, modified, organ, starts_at, place, state } = told
  const own = {
    ...{ modified, organ_token: organ, organ_id: organs.get(organ) ?? null },
    ...{ starts_at, place, told: state },
  }
  if (!known)
    return create(
      incomingMeetings,
      { title, state: 'told' },
      { ...own, source_id: source.id, external_id: told.id },
    )
  const isSame =
    known.title === title &&
    known.organ_token === organ &&
    known.organ_id === own.organ_id &&
    known.place === place &&
    known.told === state &&
    known.starts_at.equals(starts_at) &&
    known.modified.equals(modified)
  return isSame ? known : write(incomingMeetings, known, { title, ...own }, 'receive')
}

/** What is kept of a point. */
async function columnsOf({ told, contentHash }: PointStep & { told: ReceivedPoint }) {
  const { modified, stage, order, number, subject, in_charge, outcome, votes } = told
  const [motivation, decision] = [await textOf(told.motivation), await textOf(told.decision)]
  return {
    ...{ modified, stage, position: order, number, subject, in_charge, outcome, votes },
    ...{ content_hash: contentHash, gone_at: null },
    ...{ motivation: motivation.html, decision: decision.html },
    dropped: together([...motivation.dropped, ...decision.dropped]),
  }
}

const isTold = (one: PointStep): one is PointStep & { told: ReceivedPoint } =>
  one.told !== undefined

async function addPoints(
  meeting: IncomingMeeting,
  steps: readonly PointStep[],
): Promise<Received['left']> {
  const fresh = steps.filter(isTold).filter(({ known }) => !known)
  const made = await createMany(
    incomingPoints,
    await Promise.all(
      fresh.map(async (one) => ({
        root: { title: one.told.title, reference: one.told.reference, state: 'told' },
        own: { ...(await columnsOf(one)), meeting_id: meeting.id, external_id: one.id },
      })),
    ),
  )
  await keepAnnexes(
    made.flatMap((point, at) => {
      const step = fresh[at]
      return step ? [{ point, step }] : []
    }),
  )
  // One that was gone and is named again.
  const back = await changePoints(
    steps.filter(({ known }) => known),
    'come_back',
  )
  return [...leftOf(made), ...back]
}

const leftOf = (points: readonly Pick<IncomingPoint, 'external_id' | 'dropped'>[]) =>
  points.flatMap(({ external_id: id, dropped }) => {
    const what = lossInWords(dropped)
    return what ? [{ id, what }] : []
  })

async function changePoints(
  steps: readonly PointStep[],
  verb: 'receive' | 'come_back' = 'receive',
): Promise<Received['left']> {
  const changes = await Promise.all(
    steps.filter(isTold).flatMap(({ known: dossier, ...one }) =>
      dossier
        ? [
            columnsOf(one).then((own) => ({
              dossier,
              patch: { title: one.told.title, reference: one.told.reference, ...own },
            })),
          ]
        : [],
    ),
  )
  await writeMany(incomingPoints, verb, changes)
  await keepAnnexes(steps.flatMap((step) => (step.known ? [{ point: step.known, step }] : [])))
  return leftOf(changes.map(({ dossier, patch }) => ({ ...dossier, ...patch })))
}

/** They stay as they are: of what is public those are told who withdraw it. */
async function vanish(steps: readonly PointStep[]): Promise<void> {
  const gone_at = Temporal.Now.instant()
  const gone = steps.flatMap(({ known: dossier }) =>
    dossier ? [{ dossier, patch: { gone_at } }] : [],
  )
  const copies = await publicationsOfMany(gone.map(({ dossier }) => dossier.id))
  const isPublic = ({ dossier }: { dossier: IncomingPoint }) =>
    copies.get(dossier.id)?.some((one) => one.withdrawn_at === null) === true
  await writeMany(incomingPoints, 'vanish_public', gone.filter(isPublic))
  await writeMany(
    incomingPoints,
    'vanish',
    gone.filter((one) => !isPublic(one)),
  )
}
