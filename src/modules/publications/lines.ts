import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { inItsLanguage } from '#kernel/tenancy'
import { contentOf } from '#commons/publication'
import { hider, PublicMeeting } from '#modules/copies'
import { type OpenMeeting, type OpenPoint, originOf } from './origin.ts'
import { masksOf } from './review/reviewing.ts'
import { openAgendaOf } from './slugs.ts'
import './tables.ts'

/** Keeps which points the agenda of a meeting tells that was published now, by the numbers of its lines. */
export async function keepLines(
  meeting: OpenMeeting,
  { points }: Pick<PublicMeeting, 'points'>,
): Promise<void> {
  const numbers = new Set(points.map(({ number }) => number))
  const told = await actAs(system, async () => {
    const origin = originOf(meeting)
    const all = await origin.pointsOf(await origin.idsOn(meeting))
    const publicly = await numbersOf(all)
    return all.filter((item) => numbers.has(publicly(item)))
  })
  await db()
    .updateTable('publications.line')
    .set({ stands: false })
    .where('meeting_id', '=', meeting.id)
    .where('stands', '=', true)
    .execute()
  if (told.length === 0) return
  await db()
    .insertInto('publications.line')
    .values(told.map(({ id }) => ({ meeting_id: meeting.id, item_id: id, stands: true })))
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'meeting_id', 'item_id']).doUpdateSet({ stands: true }),
    )
    .execute()
}

/** Nobody reads older agendas of a meeting any more. */
export async function forgetLines({ id }: { id: string }): Promise<void> {
  await db().deleteFrom('publications.line').where('meeting_id', '=', id).execute()
}

/** A point that a public agenda tells; an older one, where it does not `stands`. */
export interface ToldOn {
  meeting_id: string
  item_id: string
  stands: boolean
}

/** On which public agendas points are told, older ones too. */
export async function agendasTelling(itemIds: readonly string[]): Promise<ToldOn[]> {
  if (itemIds.length === 0) return []
  return db()
    .selectFrom('publications.line')
    .select(['meeting_id', 'item_id', 'stands'])
    .where('item_id', 'in', [...itemIds])
    .execute()
}

/** The numbers of points as everybody reads them: what is masked of a point stands in none. */
async function numbersOf(all: readonly OpenPoint[]): Promise<(item: OpenPoint) => string> {
  const masked = await masksOf(all.map(({ id }) => id))
  return ({ id, number }) => inItsLanguage(() => hider(masked(id))(number ?? ''))
}

/** The line of a point on the agenda of its meeting that everybody reads. */
export async function publicLine(
  meetingId: string,
  item: OpenPoint,
): Promise<PublicMeeting['points'][number] | undefined> {
  const open = await openAgendaOf(meetingId)
  const content = open && (await contentOf([open])).get(open.id)
  const number = (await numbersOf([item]))(item)
  return content === undefined
    ? undefined
    : PublicMeeting.parse(content).points.find((line) => line.number === number)
}
