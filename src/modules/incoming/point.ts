import { type Dossier, kind } from '#commons/dossiers'
import { annexVerbs } from '#commons/annexes'
import { type RichText, toPlainText } from '#kernel/richtext'
import { workflow } from '#commons/workflow'
import { readers } from './meeting.ts'
import type { ReceivedVote } from './received.ts'
import type { Dropped } from './text.ts'

export interface PointColumns {
  meeting_id: string
  /** Its id there. */
  external_id: string
  /** When it was last changed there. */
  modified: Temporal.Instant
  content_hash: string
  stage: 'project' | 'decision'
  position: number
  number: string
  /** Their tokens. */
  subject: string | null
  in_charge: string[]
  outcome: string | null
  motivation: RichText
  decision: RichText
  /** What a reader of both texts as they came would miss. */
  dropped: Dropped
  votes: ReceivedVote[]
  /** Since when its meeting names it no more. */
  gone_at: Temporal.Instant | null
}

/** A point as other software told it last: a draft until somebody publishes it. */
export type IncomingPoint = Dossier<PointColumns>

/** It is as it was told: what is public of it is a copy. */
export const pointWorkflow = workflow('incoming.point', {
  initial: 'told',
  states: { told: { tone: 'neutral', final: true } },
  transitions: {},
})

const verbs = [
  ...(['receive', 'vanish', 'vanish_public', 'come_back'] as const),
  ...(['withhold', 'review', 'confirm_review', 'mask_file'] as const),
  ...(['publish', 'withdraw_publication'] as const),
  ...annexVerbs,
] as const

export const incomingPoints = kind<PointColumns, (typeof verbs)[number]>({
  name: 'incoming.point',
  verbs,
  table: 'incoming.point',
  path: (id) => `/incoming/points/${id}`,
  readers,
  awaits: () => [],
  body: () =>
    Promise.resolve(({ motivation, decision }) =>
      [motivation, decision].map((one) => toPlainText(one)).join('\n'),
    ),
})
