import type { FC } from 'hono/jsx'
import { slot } from '#kernel/module'
import type { Meeting } from '../meeting.ts'

/** What other modules show on the page of a meeting. */
interface MeetingPieces {
  /** Before its agenda: what is to be done first. */
  readonly first: FC<{ meeting: Meeting }>
  /** At its side, above who sees it. */
  readonly side: FC<{ meeting: Meeting }>
}

export const meetingPieces = slot<MeetingPieces>('deliberations-meeting-pieces')
