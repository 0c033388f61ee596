import { actAs, system } from '#kernel/access'
import { read } from '#commons/dossiers'
import { applied, type LegalRule } from '#commons/law'
import type { Obstacle } from '#commons/workflow'
import { dayOf, type Meeting, meetings, organKind } from '#modules/deliberations'
import type { MinutesRecord } from './record.ts'

const approvalLaw = applied('minutes.approval', 'minutes', 'minutes.applies.approval')

/** How the minutes of a meeting are approved, by the law of its day. */
export async function approvalRule(
  meeting: Meeting,
): Promise<LegalRule<{ kind: 'minutes'; approved: 'next_meeting' | 'closing'; atOnce: boolean }>> {
  const rule = await approvalLaw.on(await organKind(meeting), dayOf(meeting))
  if (!rule) throw new Error('The law says of no organ how its minutes are approved')
  return rule
}

const meetingOf = ({ meeting_id }: MinutesRecord) => actAs(system, () => read(meetings, meeting_id))

/** Minutes are given to read once what happened is noted: the meeting is closed. */
export async function mayProvide(record: MinutesRecord): Promise<Obstacle | null> {
  const { state } = await meetingOf(record)
  return state === 'closed' ? null : { key: 'minutes.record.not_closed' }
}

/**
 * Minutes are settled where a sitting ends for organs of which the law says so, and where a meeting was written here after the
 * fact: these were approved elsewhere. Others wait for their next meeting.
 */
export async function mayEnd(record: MinutesRecord): Promise<Obstacle | null> {
  const meeting = await meetingOf(record)
  const rule = await approvalRule(meeting)
  if (!meeting.noted_after && rule.value.approved !== 'closing')
    return { key: 'minutes.record.at_next', params: { article: rule.article } }
  return mayProvide(record)
}
