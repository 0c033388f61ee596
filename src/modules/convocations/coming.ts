import { t } from '#kernel/i18n'
import { cite, reckon } from '#commons/law'
import type { Coming, DueReason } from '#commons/tasks'
import { stateName } from '#commons/workflow'
import {
  dayOf,
  delayRule,
  meetingPath,
  meetings,
  meetingsAhead,
  timesOf,
} from '#modules/deliberations'

/** The next meetings that the one who acts may see, today's too, with the points that they may read. */
export const nextMeetings = async (): Promise<Coming[]> =>
  (await meetingsAhead()).map(({ id, organ, state, place, starts_at, items }) => ({
    title: organ,
    href: meetingPath({ id }),
    at: starts_at,
    facts: [
      place,
      t('convocations.coming.items', { count: items }),
      stateName(meetings.name, state),
    ]
      .filter(Boolean)
      .join(' · '),
  }))

/** A meeting is due on the last day to convoke its organ, by the law, or on its own day. */
export const meetingDue: DueReason = {
  kind: meetings.name,
  of: async (due) => {
    const days = new Map(due.map(({ id, due_on }) => [id, due_on]))
    const rows = await timesOf([...days.keys()])
    return new Map(
      await Promise.all(
        rows.map(async (row) => [row.id, await reasonOf(row, days.get(row.id))] as const),
      ),
    )
  },
}

async function reasonOf(
  { kind, starts_at, rank }: Awaited<ReturnType<typeof timesOf>>[number],
  on?: Temporal.PlainDate,
): Promise<string> {
  const day = dayOf({ starts_at })
  const rule = await delayRule(kind, { starts_at, rank })
  const convoked = rule && on?.equals(reckon(rule, day).date)
  return convoked
    ? t('convocations.coming.convocation', { article: cite(rule) })
    : t('convocations.coming.day')
}
