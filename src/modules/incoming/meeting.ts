import { directorGeneral } from '#commons/directory'
import { type Dossier, kind } from '#commons/dossiers'
import { workflow } from '#commons/workflow'
import { secretariat } from '#modules/deliberations'

interface MeetingColumns {
  source_id: string
  /** Its id there. */
  external_id: string
  /** When it was last changed there. */
  modified: Temporal.Instant
  organ_token: string
  /** Null as long as nobody said which of our organs it is. */
  organ_id: string | null
  starts_at: Temporal.Instant
  place: string
  told: 'planned' | 'held' | 'cancelled'
  /** Who said that its minutes are approved. */
  approved_by: string | null
  approved_at: Temporal.Instant | null
}

/** A meeting as other software told it last. */
export type IncomingMeeting = Dossier<MeetingColumns>

/** It is as it was told: what becomes of it becomes of it there. */
export const meetingWorkflow = workflow('incoming.meeting', {
  initial: 'told',
  states: { told: { tone: 'neutral', final: true } },
  transitions: {},
})

/** Whoever publishes reads what came. */
export const readers = () => [secretariat.principal, directorGeneral.principal]

export const incomingMeetings = kind<
  MeetingColumns,
  'receive' | 'approve' | 'map' | 'film' | 'publish' | 'withdraw_publication'
>({
  name: 'incoming.meeting',
  verbs: ['receive', 'approve', 'map', 'film', 'publish', 'withdraw_publication'],
  table: 'incoming.meeting',
  path: (id) => `/incoming/meetings/${id}`,
  readers,
  awaits: () => [],
  body: () => Promise.resolve(({ place }) => place),
})
