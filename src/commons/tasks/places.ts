import type { Child } from 'hono/jsx'
import type { Permission } from '#kernel/access'
import { slot } from '#kernel/module'

/** Something to come that a person may go to: a meeting. */
export interface Coming {
  /** Of what or whom; its day and hour are said beside. */
  title: string
  href: string
  at: Temporal.Instant
  /** Where, how many points, how far it is prepared. */
  facts: Child
}

/** What comes next that the one who acts may see, at the side of their inbox; one query each. */
export const coming = slot<() => Promise<Coming[]>>('coming')

/** Why dossiers of a kind are due on the day that they are. */
export interface DueReason {
  readonly kind: string
  /** By id, of those for which there is something to say: « CDLD L1122-13, § 1er ». At most one query. */
  readonly of: (
    due: readonly { id: string; due_on: Temporal.PlainDate }[],
  ) => Promise<ReadonlyMap<string, string>>
}

/** Filled by the trades whose dates follow a rule. */
export const dueReasons = slot<DueReason>('dueReasons')

/** Something that stands above what waits, for those who may. */
export interface AboveInbox {
  readonly permission: Permission
  readonly shows: () => Child | Promise<Child>
}

/** Filled by what concerns somebody before their dossiers do; one that shows nothing is null. */
export const aboveInbox = slot<AboveInbox>('aboveInbox')
