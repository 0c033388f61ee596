import type { Generated } from 'kysely'
import type { Reason } from '#kernel/jobs'

/** By which of its fields a point is categorised there. */
export const categoryFields = ['category', 'classifier'] as const
/** Which of the texts that the other software makes of a deliberation is taken. */
export const textsThere = ['public_deliberation', 'public_deliberation_decided'] as const
export const rhythms = ['never', 'day', 'hour'] as const
/** The states of meetings there, in their order. */
export const statesThere = [
  ...(['created', 'frozen', 'published', 'decided'] as const),
  ...(['decisions_published', 'closed'] as const),
] as const

/** How many points became what. */
export interface Done {
  created: number
  modified: number
  removed: number
  unchanged: number
  /** Told, and older than what is known here. */
  older: number
}

declare module '#kernel/db' {
  interface Tables {
    'pulls.setting': {
      tenant_id: Generated<string>
      id: string
      url: string
      username: string
      password: Buffer
      config_id: string
      category_field: (typeof categoryFields)[number]
      texts: (typeof textsThere)[number]
      states: string[]
      mapped_subjects_only: boolean
      mapped_people_only: boolean
      every: (typeof rhythms)[number]
      days_back: number
      next_at: Temporal.Instant | null
      last_at: Temporal.Instant | null
      last_failure: Reason | null
    }
    'pulls.run': {
      tenant_id: Generated<string>
      id: Generated<string>
      source_id: string
      meeting_uid: string
      title: string
      by_itself: boolean
      only_points: string[] | null
      force: boolean
      state: Generated<'asked' | 'done' | 'failed'>
      asked_at: Generated<Temporal.Instant>
      ended_at: Temporal.Instant | null
      done: Done | null
      failure: Reason | null
      meeting_id: string | null
    }
  }
}
