import { createHash } from 'node:crypto'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { readMany } from '#commons/dossiers'
import { canonicalJson } from '#commons/publication'
import { sql } from 'kysely'
import { type IncomingMeeting, incomingMeetings } from './meeting.ts'
import { type IncomingPoint, incomingPoints } from './point.ts'
import type { ReceivedAnnex, ReceivedMeeting, ReceivedPoint } from './received.ts'
import './tables.ts'

/** A file of theirs, and what receiving would do with ours. */
export interface AnnexStep {
  id: string
  title: string
  what: 'added' | 'modified' | 'unchanged' | 'removed'
  /** Ours, where it is known. */
  annexId?: string
  told?: ReceivedAnnex & { sha256: string | undefined }
}

/** A point of theirs, and what receiving would do with ours. */
export interface PointStep {
  id: string
  title: string
  what: 'added' | 'modified' | 'unchanged' | 'removed' | 'older'
  /** Where it stood in what was told. */
  at: number
  known?: IncomingPoint
  told?: ReceivedPoint
  contentHash: string
  annexes: AnnexStep[]
}

/** What receiving a meeting would do. */
export interface Plan {
  meeting: IncomingMeeting | undefined
  /** What is known of it is newer than what is told. */
  older: boolean
  points: PointStep[]
}

interface Asked {
  /** Keeps others from changing what is known until the transaction ends. */
  lock?: boolean
  /** Also what is older than what is known, and what looks the same. */
  force?: boolean
}

/** What receiving a meeting would do; nothing is written. */
export async function planOf(
  sourceId: string,
  told: ReceivedMeeting,
  { lock = false, force = false }: Asked = {},
): Promise<Plan> {
  return actAs(system, async () => {
    const ids = sql<string[]>`array(select id from incoming.meeting
      where source_id = ${sourceId} and external_id = ${told.id})`
    const [meeting] = await readMany(incomingMeetings, ids, { lock })
    const known = meeting ? await pointsOf(meeting, { lock }) : []
    const older = meeting !== undefined && !force && isBefore(told.modified, meeting.modified)
    const files = await filesOf(known.map(({ id }) => id))
    const of = new Map(known.map((one) => [one.external_id, one]))
    const points = told.points.map((point, at): PointStep => {
      const own = of.get(point.id)
      const annexes = annexSteps(point, (own && files.get(own.id)) ?? [], at)
      const contentHash = hashOf(point)
      return {
        ...{ id: point.id, title: point.title, at, told: point, contentHash, annexes },
        ...(own && { known: own }),
        what:
          older || isOlder(point, own, force) ? 'older' : stepOf(own, contentHash, annexes, force),
      }
    })
    const named = new Set(told.points.map(({ id }) => id))
    const removed = known.flatMap((one): PointStep[] =>
      older || named.has(one.external_id) || one.gone_at
        ? []
        : [{ ...gone(one), annexes: [], contentHash: one.content_hash }],
    )
    return { meeting, older, points: [...points, ...removed] }
  })
}

const gone = (known: IncomingPoint) =>
  ({ id: known.external_id, title: known.title, at: -1, known, what: 'removed' }) as const

/** The points of a meeting, in their order, those that are gone too. */
export async function pointsOf(
  meeting: { id: string },
  { lock = false } = {},
): Promise<IncomingPoint[]> {
  const ids = sql<string[]>`array(select id from incoming.point where meeting_id = ${meeting.id})`
  const found = await readMany(incomingPoints, ids, { lock })
  return found.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0

const isOlder = (told: ReceivedPoint, known: IncomingPoint | undefined, force: boolean) =>
  known !== undefined && !force && isBefore(told.modified, known.modified)

function stepOf(
  known: IncomingPoint | undefined,
  contentHash: string,
  annexes: readonly AnnexStep[],
  force: boolean,
): 'added' | 'modified' | 'unchanged' {
  if (!known || known.gone_at) return 'added'
  const isSame =
    known.content_hash === contentHash && annexes.every((one) => one.what === 'unchanged')
  return isSame && !force ? 'unchanged' : 'modified'
}

/** Of all that is said of a point but its files, and when it was changed: a clock may say that where nothing did. */
function hashOf(told: ReceivedPoint): string {
  const said = { ...told, annexes: [], modified: '' }
  return createHash('sha256').update(canonicalJson(said)).digest('hex')
}

interface KnownFile {
  annex_id: string
  external_id: string
  title: string
  modified: Temporal.Instant | null
  sha256: string
}

/** The files of points that came with them, by the ids of these. One query. */
async function filesOf(pointIds: readonly string[]): Promise<Map<string, KnownFile[]>> {
  if (pointIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('incoming.annex as i')
    .innerJoin('commons.annex as a', (join) =>
      join.onRef('a.tenant_id', '=', 'i.tenant_id').onRef('a.id', '=', 'i.annex_id'),
    )
    .select(['i.annex_id', 'i.point_id', 'i.external_id', 'i.modified', 'i.sha256', 'a.title'])
    .where('i.point_id', 'in', [...pointIds])
    .where('a.removed_at', 'is', null)
    .orderBy('i.annex_id')
    .execute()
  return Map.groupBy(rows, ({ point_id }) => point_id)
}

function annexSteps(point: ReceivedPoint, known: readonly KnownFile[], at: number): AnnexStep[] {
  const of = new Map(known.map((one) => [one.external_id, one]))
  const told = point.annexes.map((annex, nth): AnnexStep => {
    const name = `points.${at}.annexes.${nth}`
    const sha256 = hashOfFile(annex, name)
    const own = of.get(annex.id)
    const step = { id: annex.id, title: annex.title, told: { ...annex, sha256 } }
    if (!own) return { ...step, what: 'added' }
    const isSame = sha256 ? sha256 === own.sha256 : isSameMoment(annex.modified, own.modified)
    const what = isSame && own.title === annex.title ? 'unchanged' : 'modified'
    return { ...step, annexId: own.annex_id, what }
  })
  const named = new Set(point.annexes.map(({ id }) => id))
  const removed = known.flatMap(({ external_id: id, title, annex_id: annexId }): AnnexStep[] =>
    named.has(id) ? [] : [{ id, title, annexId, what: 'removed' }],
  )
  return [...told, ...removed]
}

const isSameMoment = (one: Temporal.Instant | null, other: Temporal.Instant | null) =>
  one !== null && other !== null && one.equals(other)

function hashOfFile({ content, sha256 }: ReceivedAnnex, name: string): string | undefined {
  if (!content) return sha256
  const own = createHash('sha256').update(content).digest('hex')
  if (sha256 && sha256 !== own)
    throw Invalid.field(`${name}.sha256`, 'incoming.received.other_hash')
  return own
}
