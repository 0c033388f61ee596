import type { Child } from 'hono/jsx'
import { NotFound } from '#kernel/errors'
import type { Call } from '#kernel/http'
import { slot } from '#kernel/module'
import type { KnownKind, Root } from '#commons/dossiers'
import type { PublicMeeting, PublicPoint } from '#modules/copies'
import type { Leaving, Weighable } from './leaving.ts'
import type { WeighedMeeting } from './compose.ts'
import type { PublicRule } from './rule.ts'

/** A meeting of which something is published, wherever it is prepared. */
export interface OpenMeeting extends Root {
  organ_id: string
  starts_at: Temporal.Instant
  place: string
  /** Which of those of its organ on its day it is, from 1. */
  of_day: number
}

/** A point of one. */
export interface OpenPoint extends Root {
  meeting_id: string | null
  number: string | null
}

/** What law and rules ask of a meeting. */
export interface MeetingGrounds<P extends OpenPoint = OpenPoint> {
  /** It is over. */
  over: boolean
  /** Its minutes are approved. */
  approved: boolean
  of(point: P): Weighable
}

/** How a meeting was held. */
export type Held = Pick<
  PublicMeeting,
  'opened_at' | 'closed_at' | 'suspensions' | 'attendance' | 'lifted'
>

/** What an origin tells of a point that leaves. */
export type Told = Pick<
  PublicPoint,
  | ('subject' | 'in_charge' | 'places' | 'outcome' | 'votes')
  | ('organ_speaks' | 'note' | 'motivation' | 'sentences' | 'verb' | 'decision')
>

/** A point that leaves, and what of it. */
export interface Departing<P extends OpenPoint = OpenPoint> {
  item: P
  leaving: Extract<Leaving, { leaves: unknown }>
}

interface Reading {
  lock?: boolean
}

/**
 * Where points are prepared that everybody reads: in this house, or in other software that tells them. What becomes of them from here on
 * is the same.
 */
export interface Origin<M extends OpenMeeting = OpenMeeting, P extends OpenPoint = OpenPoint> {
  readonly meetings: KnownKind
  readonly points: KnownKind
  /** The page of a meeting; what is published of it stands below. */
  path(meeting: { id: string }): string
  head(meeting: M): Child
  load(c: Call): Promise<M>
  /** Those that the one who acts may read. */
  meetingsOf(ids: readonly string[], reading?: Reading): Promise<M[]>
  pointsOf(ids: readonly string[], reading?: Reading): Promise<P[]>
  /** Those from a day on, before another, that are not called off and are followed here. With `fixed`, their agenda changes no more. */
  between(
    from: Temporal.PlainDate,
    before: Temporal.PlainDate,
    asked?: { fixed: boolean },
  ): Promise<M[]>
  /** The ids of all points of a meeting, in their order. */
  idsOn(meeting: M): Promise<string[]>
  /** Which of them the one who acts may read. */
  seenOn(meeting: M): Promise<ReadonlySet<string>>
  grounds(meeting: M): Promise<MeetingGrounds<P>>
  stateOf(meeting: M): PublicMeeting['state']
  /** Whether what the law asks before a meeting is followed here: of one that was written here after it was held, nobody knows. */
  isFollowed(meeting: M): boolean
  /** How it was held, as far as everybody reads that. */
  sitting(weighed: WeighedMeeting<M, P>): Promise<Held>
  /** What is told of points of a meeting, by their ids; what they share is read once. */
  told(
    meeting: M,
    rule: PublicRule,
    points: readonly Departing<P>[],
  ): Promise<ReadonlyMap<string, Told>>
}

/** Where points come from in this house. */
export const origins = slot<Origin>('publications.origins')

/** Where a meeting or a point comes from. */
export function originOf({ kind }: { kind: string }): Origin {
  const found = origins
    .every()
    .find(({ meetings, points }) => meetings.name === kind || points.name === kind)
  if (!found) throw new Error(`Nothing is published of ${kind}`)
  return found
}

/** A meeting as it is now. Throws `NotFound` where the one who acts may not read it. */
export async function meetingAgain(meeting: OpenMeeting, reading?: Reading): Promise<OpenMeeting> {
  const [found] = await originOf(meeting).meetingsOf([meeting.id], reading)
  if (!found) throw new NotFound()
  return found
}

/** A meeting by its id, wherever it is prepared. Throws `NotFound`. */
export async function meetingNamed(id: string, reading?: Reading): Promise<OpenMeeting> {
  for (const origin of origins.every()) {
    const [found] = await origin.meetingsOf([id], reading)
    if (found) return found
  }
  throw new NotFound()
}

/** The same of all origins, the first one first. */
export async function meetingsAsked(
  ...asked: Parameters<Origin['between']>
): Promise<OpenMeeting[]> {
  const found: OpenMeeting[] = []
  for (const origin of origins.all()) found.push(...(await origin.between(...asked)))
  return found.toSorted((one, other) => Temporal.Instant.compare(one.starts_at, other.starts_at))
}

/** Points by their ids, wherever they are prepared. */
export async function pointsNamed(ids: readonly string[], reading?: Reading): Promise<OpenPoint[]> {
  const found: OpenPoint[] = []
  for (const origin of origins.every()) found.push(...(await origin.pointsOf(ids, reading)))
  return found
}
