import { permission } from '#kernel/access'
import { timeZone } from '#kernel/i18n'
import { type Meeting, meetingYears, planMeeting } from '#modules/deliberations'
import { need } from './acting.ts'
import type { Config } from './config.ts'
import { badRequest } from './failure.ts'
import type { MeetingSent } from './sent.ts'

const plans = permission('deliberations.meeting.plan')

/** Plans a meeting, as its own page does. Throws `Refused` where its date is none. */
export async function addMeeting({ organ }: Config, sent: MeetingSent): Promise<Meeting> {
  need(plans, 'act')
  if (sent.date === '') throw badRequest('restapi.required', { name: 'date' })
  const startsAt = instantOf(sent.date)
  const { year } = startsAt.toZonedDateTimeISO(timeZone)
  const last = Temporal.Now.zonedDateTimeISO(timeZone).year + meetingYears.ahead
  if (year < meetingYears.since || year > last)
    throw badRequest('restapi.date_wrong', { said: sent.date })
  return planMeeting({ organId: organ.id, startsAt, place: sent.place })
}

/** A day and hour that says no zone is in the time of the authority. */
function instantOf(said: string): Temporal.Instant {
  const text = said.replace(' ', 'T')
  try {
    return /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant()
  } catch {
    throw badRequest('restapi.date_wrong', { said })
  }
}
