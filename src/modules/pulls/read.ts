import { Conflict } from '#kernel/errors'
import { knownMessage, type MessageParams, t } from '#kernel/i18n'
import { numberOf, outcomeOf, privacyOf, shownNumber, startOf } from '#commons/plone'
import type { z } from 'zod'
import { type NamedToken, ReceivedMeeting } from '#modules/incoming'
import type { AnnexThere, ItemThere, MeetingThere } from './answers.ts'
import type { MappedTokens } from './questions.ts'
import type { Setting } from './setting.ts'

type Told = z.input<typeof ReceivedMeeting>

/** What the other software told of a meeting, as it is received here. */
export interface Read {
  meeting: ReceivedMeeting
  /** Where each file is, by the id of its point and its own. */
  downloads: ReadonlyMap<string, string>
  /** What its tokens are called there. */
  tokens: readonly NamedToken[]
  /** The titles of points whose category stands for nothing here: left out. */
  leftOut: readonly string[]
}

/** What the file of a point is called in `downloads`. */
export const fileKey = (point: { id: string }, annex: { id: string }) => `${point.id} ${annex.id}`

/** The states of a meeting there in which it has met. */
const held: readonly string[] = ['decided', 'decisions_published', 'closed']

/**
 * Reads what was answered of a meeting and its points. Throws `Conflict`, which says where, if it holds what may never leave: a point of
 * a closed session, a file that nobody made publishable (H05); or what cannot be read.
 */
export function readAnswers(
  of: Setting,
  meeting: MeetingThere,
  items: readonly ItemThere[],
  mapped: MappedTokens,
): Read {
  for (const one of items) ensureMayLeave(one)
  const [taken = [], left = []] = [true, false].map((is) =>
    items.filter((one) => isTaken(of, one, mapped) === is),
  )
  const isHeld = held.includes(meeting.review_state?.token ?? '')
  const start = startOf(meeting)
  if (!start) throw new Conflict('pulls.no_date', { title: meeting.title })
  const told: Told = {
    id: meeting.UID,
    modified: changedOf(meeting, meeting.title),
    organ: of.config_id,
    title: meeting.title,
    starts_at: start.at.toString({ timeZoneName: 'never' }),
    place: meeting.place_other || meeting.place?.title || meeting.place?.token || '',
    state: isHeld ? 'held' : 'planned',
    points: taken.map((one, at) => pointOf(of, one, { at, isHeld })),
  }
  return {
    meeting: received(told),
    downloads: new Map(
      taken.flatMap((item) =>
        annexesOf(item).map((annex): [string, string] => [
          fileKey({ id: item.UID }, { id: annex.UID }),
          annex.file.download ?? '',
        ]),
      ),
    ),
    tokens: taken.flatMap((one) => tokensOf(of, one)),
    leftOut: left.map(({ title }) => title),
  }
}

/** When a meeting begins there. */
export const startThere = (meeting: MeetingThere): Temporal.Instant | null =>
  startOf(meeting)?.at.toInstant() ?? null

const annexesOf = ({ extra_include_annexes: some }: ItemThere): readonly AnnexThere[] => some ?? []

/** What was asked for holds none of these: a source that tells them is not believed in the rest either. */
function ensureMayLeave(item: ItemThere): void {
  const { title } = item
  // What nobody said to be public is not.
  if (privacyOf(item.privacy?.token) !== 'public')
    throw new Conflict('pulls.closed_session', { title })
  for (const { title: named, file, publishable } of annexesOf(item))
    if (publishable !== true) {
      const annex = named || file.filename || ''
      throw new Conflict('pulls.not_publishable', { title, annex })
    }
}

function isTaken(of: Setting, item: ItemThere, { subjects, people }: MappedTokens): boolean {
  const category = item[of.category_field]?.token
  const isMapped = category !== undefined && subjects.has(category)
  const isOurs = inCharge(item).some(({ token }) => people.has(token))
  return (isMapped || !of.mapped_subjects_only) && (isOurs || !of.mapped_people_only)
}

/** Who bears it, in their order; those that follow from its group where nobody was chosen. */
function inCharge({ groupsInCharge: chosen, all_groupsInCharge: all }: ItemThere) {
  const some = [chosen, all].find((list) => list && list.length > 0) ?? []
  const named = some.flatMap((one) => one ?? [])
  return [...new Map(named.map((one) => [one.token, one])).values()]
}

function tokensOf(of: Setting, item: ItemThere): NamedToken[] {
  const category = item[of.category_field]
  const named = (
    what: NamedToken['what'],
    { token, title }: { token: string; title: string | null },
  ) => ({
    ...{ what, token, label: title ?? '' },
  })
  return [
    ...(category ? [named('subject', category)] : []),
    ...inCharge(item).map((one) => named('in_charge', one)),
  ]
}

function pointOf(
  of: Setting,
  item: ItemThere,
  { at, isHeld }: { at: number; isHeld: boolean },
): Told['points'][number] {
  const outcome = isHeld ? (outcomeOf({ state: item.review_state?.token ?? null }) ?? null) : null
  const number = numberOf(item)
  return {
    ...{ id: item.UID, title: item.title, outcome },
    // As there, so that one that is gone moves no other.
    order: Math.min(number ?? (at + 1) * 100, 100_000),
    modified: changedOf(item, item.title),
    stage: outcome === null ? 'project' : 'decision',
    number: item.formatted_itemNumber || (number === null ? '' : shownNumber(number)),
    reference: item.itemReference ?? '',
    subject: item[of.category_field]?.token ?? null,
    in_charge: inCharge(item).map(({ token }) => token),
    decision: item.extra_include_deliberation?.[of.texts] ?? '',
    annexes: annexesOf(item).map((annex) => ({
      id: annex.UID,
      title: (annex.title || annex.file.filename || annex.UID).slice(0, 200),
      name: (annex.file.filename || annex.title || annex.UID).slice(-255),
      modified: changedOf(annex, `${item.title} · ${annex.title ?? ''}`),
      publishable: true as const,
    })),
  }
}

function changedOf(
  {
    modified,
    modification_date,
  }: { modified?: string | null | undefined; modification_date?: string | null | undefined },
  title: string,
): string {
  const at = modified ?? modification_date
  if (!at) throw new Conflict('pulls.no_change_date', { title })
  return at
}

/** Through the same bounds as what is pushed. */
function received(told: Told): ReceivedMeeting {
  const read = ReceivedMeeting.safeParse(told)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const [where, at] = issue?.path ?? []
  const point = where === 'points' && typeof at === 'number' ? told.points[at] : undefined
  const known = issue && knownMessage(issue.message)
  throw new Conflict('pulls.unreadable', {
    title: point?.title ?? told.title,
    field: String(issue?.path.at(-1) ?? ''),
    why: known ? t(known, paramsOf(issue)) : '',
  })
}

const paramsOf = (issue: z.core.$ZodIssue): MessageParams =>
  issue.code === 'custom' ? (issue.params ?? {}) : {}
