import type { Policy } from '#kernel/access'
import { directorGeneral, mayor } from '#commons/directory'
import { type Meeting, secretariat } from '#modules/deliberations'

const house: readonly string[] = [secretariat, directorGeneral, mayor].map(
  ({ principal }) => principal,
)

/** What is sent holds the closed session: it is for those who prepare it and for those who receive it. */
const reads: Policy<Meeting> = (who, meeting) =>
  who.principals.some(
    (one) =>
      house.includes(one) ||
      (meeting ? one === `organ:${meeting.organ_id}` : one.startsWith('organ:')),
  )

export const permissions = { read: reads } satisfies Record<string, Policy>
