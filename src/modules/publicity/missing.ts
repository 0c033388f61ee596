import { actAs, system } from '#kernel/access'
import { today } from '#commons/clock'
import { publicationsOfMany } from '#commons/publication'
import { settled } from '#commons/settings'
import {
  meetingsAsked,
  type OpenMeeting,
  pointCopies,
  projectsDue,
  weighByLaw,
} from '#modules/publications'
import { daysAhead } from './settings.ts'

/** A meeting to come whose projects are to be public soon, or were, and are not all (projets à publier). */
export interface Missing {
  meeting: OpenMeeting
  /** The last day on which they are in time. */
  due: Temporal.PlainDate
  /** How many of its points are not public. */
  count: number
  stage: 'ahead' | 'day' | 'missed'
}

/** Convocations leave earlier than this before a meeting by no law. */
const daysLooked = 60

/** All of them, the first that is due first: of frozen agendas, for an open one may still change. */
export async function missingProjects(): Promise<Missing[]> {
  return actAs(system, async () => {
    const until = today().add({ days: daysLooked })
    const all: Missing[] = []
    for (const meeting of await meetingsAsked(today(), until, { fixed: true })) {
      const found = await missingOf(meeting)
      if (found) all.push(found)
    }
    return all.toSorted((one, other) => Temporal.PlainDate.compare(one.due, other.due))
  })
}

async function missingOf(meeting: OpenMeeting): Promise<Missing | undefined> {
  const due = (await projectsDue(meeting))?.reckoning.date
  const stage = due && stageOn(today(), due, await settled(daysAhead))
  if (!due || !stage) return undefined
  const { points } = await weighByLaw(meeting)
  const copies = await publicationsOfMany(points.map(({ item }) => item.id))
  const isPublic = (id: string) =>
    copies
      .get(id)
      ?.some((one) => one.publisher === pointCopies.name && one.withdrawn_at === null) ?? false
  const count = points.filter(
    ({ item, leaving }) =>
      !isPublic(item.id) &&
      // One whose words or files are still looked at is to be public all the same.
      ('leaves' in leaving ? leaving.leaves === 'project' : leaving.stays === 'files'),
  ).length
  return count > 0 ? { meeting, due, count, stage } : undefined
}

function stageOn(
  day: Temporal.PlainDate,
  due: Temporal.PlainDate,
  ahead: number,
): Missing['stage'] | undefined {
  const left = day.until(due, { largestUnit: 'days' }).days
  if (left < 0) return 'missed'
  if (left === 0) return 'day'
  return left <= ahead ? 'ahead' : undefined
}
