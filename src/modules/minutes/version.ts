import { createHash } from 'node:crypto'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { toHtml, toPlainText } from '#kernel/richtext'
import type { MinutesData, MinutesPoint } from './data.ts'
import type { MinutesRecord } from './record.ts'
import type { VersionKind } from './tables.ts'

/** A version of minutes, without its words. */
export interface Version {
  number: number
  kind: VersionKind
  hash: string
  reason: string
  made_at: Temporal.Instant
  made_by: string
}

/** The words of minutes as they are kept, and their SHA-256. */
export function written(data: MinutesData): { content: string; hash: string } {
  const content = JSON.stringify(data)
  return { content, hash: hashOf(content) }
}

export const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex')

/** Keeps a version, word for word: it is never changed. Returns its number. */
export async function keepVersion(
  { id, versions }: MinutesRecord,
  kind: VersionKind,
  data: MinutesData,
  reason = '',
): Promise<number> {
  const number = versions + 1
  await db()
    .insertInto('minutes.version')
    .values({ record_id: id, number, kind, reason, made_by: actor().name, ...written(data) })
    .execute()
  return number
}

/** The versions of minutes, the first first. */
export const versionsOf = ({ id }: Pick<MinutesRecord, 'id'>): Promise<Version[]> =>
  db()
    .selectFrom('minutes.version')
    .select(['number', 'kind', 'hash', 'reason', 'made_at', 'made_by'])
    .where('record_id', '=', id)
    .orderBy('number')
    .execute()

/** What a version says. Throws `NotFound`. */
export async function wordsOf(
  { id }: Pick<MinutesRecord, 'id'>,
  number: number,
): Promise<MinutesData> {
  const row = await db()
    .selectFrom('minutes.version')
    .select('content')
    .where('record_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  // As `keepVersion` wrote it.
  return JSON.parse(row.content) as MinutesData
}

/** The version that stood at a moment; undefined while there was none. */
export async function versionAt(
  record: MinutesRecord,
  at?: Temporal.Instant,
): Promise<Version | undefined> {
  const { compare } = Temporal.Instant
  return (await versionsOf(record)).findLast(
    ({ made_at }) => at === undefined || compare(made_at, at) <= 0,
  )
}

/** Minutes as plain lines, to be compared: who was there, then each point, as they are read. */
export function linesOf(data: MinutesData): string {
  const people = [
    [data.labels.president, [data.president]],
    [data.labels.secretary, [data.secretary]],
    [data.labels.present, data.present],
    [data.labels.excused, data.excused],
    [data.labels.absent, data.absent],
  ] as const
  return [
    data.meeting,
    [data.opened, data.closed].join(' – '),
    ...(data.quorum ? [data.quorum] : []),
    ...people.flatMap(([label, some]) =>
      some.length > 0 ? [`${label} : ${some.map(({ name }) => name).join(', ')}`] : [],
    ),
    ...(data.represented ?? []),
    ...data.parts.flatMap(({ title, opening, points }) => [
      title,
      ...opening,
      ...points.flatMap((point) => pointLines(point)),
    ]),
    ...data.closing,
  ].join('\n')
}

const pointLines = (point: MinutesPoint): string[] =>
  [
    ...point.before,
    `${point.number}. ${point.title}`,
    point.continued ?? '',
    ...(point.urgent ?? []),
    toPlainText(toHtml(point.discussion)),
    ...(point.course ?? []),
    point.organSpeaks ?? '',
    toPlainText(toHtml(point.motivation)),
    ...point.votes,
    point.verb ?? '',
    toPlainText(toHtml(point.decision)),
    ...point.after,
  ].filter(Boolean)
