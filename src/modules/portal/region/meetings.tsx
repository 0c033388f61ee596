import type { Call } from '#kernel/http'
import { formatDateTime, timeZone } from '#kernel/i18n'
import { DayList } from '#kernel/ui'
import type { KnownAuthority, KnownMeeting } from '#modules/publications'
import { atAuthority } from './address.ts'

interface MeetingsProps {
  c: Call
  some: readonly KnownMeeting[]
  all: readonly KnownAuthority[]
}

/** Meetings, each with its organ and authority; they lead to the agenda at that authority. */
export function Meetings({ c, some, all }: MeetingsProps) {
  const known = new Map(all.map((one) => [one.slug, one]))
  return (
    <DayList
      days={some.flatMap(({ slug, authority, organ, starts_at, place }) => {
        const where = known.get(authority)
        if (!where) return []
        return {
          title: `${where.short_name}, ${organ}`,
          href: atAuthority(c, where, `/decisions/meetings/${slug}`),
          about: place,
          when: {
            text: formatDateTime(starts_at),
            datetime: starts_at.toZonedDateTimeISO(timeZone).toPlainDate(),
          },
        }
      })}
    />
  )
}
