import { formatDate, formatDateTime, t, timeZone } from '#kernel/i18n'
import type { RichText } from '#kernel/richtext'
import { stateName } from '#commons/workflow'
import type { Meeting } from '#modules/deliberations'
import { base, type Config, configs } from './config.ts'
import { toldAttendees } from './tell-attendee.ts'
import { toldConfig } from './tell-config.ts'
import { asText, texts } from './text.ts'
import { instantThere, type Telling } from './telling.ts'
import { uidOf, uidsOf } from './uid.ts'

/** A day and hour as Plone has that of a meeting: in the time of the authority. */
const dateThere = (at: Temporal.Instant | null) =>
  at && at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' })

/** The address of a meeting in this API: a browser that follows it comes to its page. */
export const meetingUrl = (at: string, id: string): string => `${at}/meetings/${uidOf(id)}`

/** What can be told of these meetings, by their ids. */
export async function meetingTellings(some: readonly Meeting[]): Promise<Map<string, Telling>> {
  const at = await base()
  const known = new Map((await configs()).map((one) => [one.organ.id, one]))
  const uid = await uidsOf(some.map(({ id }) => id))
  const write = texts()
  return new Map(
    some.flatMap((one) => {
      const config = known.get(one.organ_id)
      return config ? [[one.id, tellingOf(one, { at, config, uid: uid(one.id), write })]] : []
    }),
  )
}

interface Around {
  at: string
  config: Config
  uid: string
  write: (html: RichText) => Promise<string>
}

function tellingOf(meeting: Meeting, { at, config, uid, write }: Around): Telling {
  const { state, starts_at, place } = meeting
  const url = meetingUrl(at, meeting.id)
  const words = (text: string) => () => asText(text)
  return {
    '@type': config.meetingType,
    base: {
      ...{ '@id': url, UID: uid, id: uidOf(meeting.id), title: meeting.title },
      ...{ created: instantThere(meeting.created_at), modified: instantThere(meeting.changed_at) },
      ...{ review_state: state, date: dateThere(starts_at) },
    },
    summary: { description: '', enabled: null },
    fields: {
      date: () => dateThere(starts_at),
      start_date: () => dateThere(meeting.opened_at),
      end_date: () => dateThere(meeting.closed_at),
      convocation_date: () => dateThere(meeting.convoked_at),
      place: () => ({ token: place, title: place }),
      meeting_number: () => meeting.number ?? -1,
      assembly: async () => asText(await write(meeting.assembly)),
      observations: words(''),
      notes: words(''),
      review_state: () => ({ token: state, title: stateName('deliberations.meeting', state) }),
      reference: () => meeting.reference,
    },
    values: {
      formatted_assembly: async () => await write(meeting.assembly),
      formatted_date: () => formatDateTime(starts_at),
      formatted_date_short: () => formatDate(dayHere(starts_at), 'short'),
      formatted_date_long: () => formatDateTime(starts_at),
    },
    includes: {
      annexes: () => [],
      attendees: () => toldAttendees(meeting, url, null),
      pod_templates: () => [],
      config: (asked) => toldConfig(config, asked),
    },
    choices: { place: () => (place ? [{ token: place, title: place }] : []) },
    besides: { parent: () => ({ parent: { '@type': 'Folder', title: t('restapi.title') } }) },
  }
}

const dayHere = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
