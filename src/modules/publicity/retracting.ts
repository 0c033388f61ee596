import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import type { Event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { readMany } from '#commons/dossiers'
import { contentOf, publicationsOfMany, withdrawAll } from '#commons/publication'
import { type Meeting, meetings } from '#modules/deliberations'
import { PublicPoint } from '#modules/copies'
import {
  agendasTelling,
  leaveOut,
  meetingNamed,
  meetingCopies,
  openCopyOf,
  type OpenPoint,
  pointCopies,
  pointsNamed,
  publicLine,
  reasonOf,
  renewAgenda,
  weigh,
  type Withdrawn,
} from '#modules/publications'

/**
 * Takes points off the public pages with all their copies, at once, wherever they are read; another agenda of their meeting comes in the
 * place of the one that names them. `hidden`: older ones must not be read any more either.
 */
async function retract(
  some: readonly OpenPoint[],
  meetingId: string,
  why: Withdrawn,
  { hidden }: { hidden: boolean },
): Promise<void> {
  for (const item of some) await leaveOut(await withdrawAll(item, pointCopies, why))
  if (some.length > 0) await renewAgenda(meetingId, hidden ? why : undefined)
}

/** A point that everybody reads, and what its copy says. */
interface Shown {
  item: OpenPoint
  content: PublicPoint
}

async function shownAmong(ids: readonly string[]): Promise<Shown[]> {
  const copies = await publicationsOfMany([...new Set(ids)])
  const open = new Map(
    [...copies].flatMap(([id, some]) => {
      const copy = openCopyOf(some)
      return copy ? [[id, copy] as const] : []
    }),
  )
  if (open.size === 0) return []
  const contents = await contentOf([...open.values()])
  const known = await actAs(system, () => pointsNamed([...open.keys()]))
  return known.flatMap((item) => {
    const content = contents.get(open.get(item.id)?.id ?? '')
    return content ? [{ item, content: PublicPoint.parse(content) }] : []
  })
}

const idsOf = (events: readonly Event[]) => events.flatMap(({ subjectId }) => subjectId ?? [])
const said = (words: string): Withdrawn => ({ reason: words, said: words })

/** What must not be read any more is withdrawn by the act that made it so: a point put into closed session, kept back, or veiled. */
export const followItems = (events: readonly Event[]): Promise<void> => retractHidden(idsOf(events))

export async function retractHidden(ids: readonly string[]): Promise<void> {
  const shown = (await shownAmong(ids)).map(({ item }) => item)
  const told = await agendasTelling(ids)
  const rest = told.filter(({ item_id }) => !shown.some(({ id }) => id === item_id))
  const unshown = await actAs(system, () => pointsNamed(rest.map(({ item_id }) => item_id)))
  const own = new Set(shown.map(({ id }) => id))
  const all = Map.groupBy([...shown, ...unshown], ({ meeting_id }) => meeting_id)
  for (const [meetingId, some] of all) {
    if (!meetingId) continue
    const mine = new Set(some.map(({ id }) => id))
    const { points, rule } = await actAs(system, async () => weigh(await meetingNamed(meetingId)))
    for (const { item, leaving, choice, review } of points) {
      if (!mine.has(item.id) || !('stays' in leaving)) continue
      // It is told on the agenda alone, under the title that was said for it.
      if (leaving.stays === 'withheld' && !own.has(item.id) && !(await losesTitle(item, choice)))
        continue
      const words = inItsLanguage(() =>
        leaving.stays === 'withheld'
          ? reasonOf(choice.withheld, review, rule)
          : goneBy(leaving.stays),
      )
      if (!words) continue
      await retract([item], meetingId, said(words), { hidden: true })
      for (const { item_id, meeting_id } of told)
        if (item_id === item.id && meeting_id !== meetingId)
          await renewAgenda(meeting_id, said(words))
    }
  }
}

/** Whether the public agenda says a title for a point that is kept back, and none is said for it any more. */
async function losesTitle(item: OpenPoint, { title }: { title: string }): Promise<boolean> {
  if (title || !item.meeting_id) return false
  const line = await publicLine(item.meeting_id, item)
  return line !== undefined && line.title !== inItsLanguage(() => t('publications.withheld'))
}

/** What everybody reads in the place of what must not be read any more; nothing of what may. */
function goneBy(stays: string): string {
  if (stays === 'under_writing') return t('publications.gone.under_writing')
  return stays === 'closed_by_law' || stays === 'closed_session'
    ? t('publications.no_longer_public')
    : ''
}

/** Points that are on the agenda under which everybody reads them no more: they were taken off it, or their meeting was called off. */
export async function followOffAgenda(events: readonly Event[]): Promise<void> {
  const ids = idsOf(events)
  const shown = await shownAmong(ids)
  const told = (await agendasTelling(ids)).filter(({ stands }) => stands)
  const now = await actAs(system, () => pointsNamed(told.map(({ item_id }) => item_id)))
  const held = await meetingsUnder([...new Set(shown.map(({ content }) => content.meeting))])
  for (const [slug, some] of Map.groupBy(shown, ({ content }) => content.meeting)) {
    const meeting = held.get(slug)
    if (!meeting) continue
    const { title, state } = meeting
    const how = state === 'cancelled' ? 'cancelled' : 'removed'
    const words = inItsLanguage(() => t(`publications.gone.${how}`, { meeting: title }))
    const points = some.map(({ item }) => item)
    await retract(points, meeting.id, said(words), { hidden: false })
  }
  // Those that are told on the agenda alone: retained, or put off.
  const done = new Set([...held.values()].map(({ id }) => id as string))
  for (const { meeting_id, item_id } of told) {
    const isOff = now.find(({ id }) => id === item_id)?.meeting_id !== meeting_id
    if (!isOff || done.has(meeting_id)) continue
    done.add(meeting_id)
    await renewAgenda(meeting_id)
  }
}

/** Decisions that were taken back after everybody read them. */
export async function followTakenBack(events: readonly Event[]): Promise<void> {
  const decided = (await shownAmong(idsOf(events))).filter(
    ({ content }) => content.stage === 'decision',
  )
  const words = said(inItsLanguage(() => t('publications.gone.taken_back')))
  for (const [meetingId, some] of Map.groupBy(decided, ({ item }) => item.meeting_id))
    if (meetingId)
      await retract(
        some.map(({ item }) => item),
        meetingId,
        words,
        { hidden: false },
      )
}

/** The meetings whose agendas are public under these slugs. */
async function meetingsUnder(slugs: readonly string[]): Promise<Map<string, Meeting>> {
  if (slugs.length === 0) return new Map()
  const rows = await db()
    .selectFrom('commons.publication')
    .select(['slug', 'subject_id'])
    .distinct()
    .where('publisher', '=', meetingCopies.name)
    .where('slug', 'in', [...slugs])
    .execute()
  const ids = rows.map(({ subject_id }) => subject_id)
  const known = new Map(
    (await actAs(system, () => readMany(meetings, ids))).map((one) => [one.id as string, one]),
  )
  return new Map(
    rows.flatMap(({ slug, subject_id }) => {
      const meeting = known.get(subject_id)
      return meeting ? [[slug, meeting] as const] : []
    }),
  )
}
