import type { FC } from 'hono/jsx'
import { slot } from '#kernel/module'
import type { HistoryLine } from '#commons/dossiers'
import type { Item } from '../item.ts'
import type { Meeting } from '../meeting.ts'

/** What pages show of a sitting, given by who runs it. */
export interface SittingPieces {
  /** At the head of a point, behind its steps. */
  readonly step: FC<{ item: Item }>
  /** On the page of a point, before its words. */
  readonly card: FC<{ item: Item }>
  /** What a line of the history of a point tells of it. */
  readonly tells: (line: HistoryLine) => string | undefined
  /** Below the agenda of a meeting. */
  readonly belowAgenda: FC<{ meeting: Meeting }>
}

/** The pieces of the sitting on the pages of points and meetings. */
export const sittingPieces = slot<SittingPieces>('deliberations-sitting')
