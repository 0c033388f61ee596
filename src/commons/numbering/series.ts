import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** When a series begins again at 1: each year, or never. */
export const restarts = ['year', 'never'] as const
export type Restart = (typeof restarts)[number]

/** How numbers are written, and when they begin again. */
export interface Rule {
  /** `{organ}/{year}/{number:4}` */
  readonly pattern: string
  readonly restarts: Restart
}

/** One counter of a series, with what its own words say of it. */
export interface Counter {
  /** The id of what it counts for; `''` where the series has one counter. */
  readonly scope: string
  /** What it is called on the page: « Conseil communal ». */
  readonly name: string
  /** By the name of the word: `{ organ: 'CC' }`. */
  readonly words: Readonly<Record<string, string>>
}

/** Numbers that follow one another (série), declared by the trade that gives them. */
export interface Series {
  /** `deliberations.meeting`: the folder, then what is numbered. */
  readonly name: string
  readonly label: MessageKey
  /** What its pattern may say besides number, year, month and day, each explained: `{organ}`. */
  readonly words?: Readonly<Record<string, MessageKey>>
  /** The word that tells its counters apart: no pattern may lack it. */
  readonly per?: string
  /**
   * It counts (unless told). Else each number is a place that the trade knows, a point on its agenda: then the pattern
   * must say one token of each of these groups, or two would be called alike.
   */
  readonly places?: readonly (readonly string[])[]
  readonly initial: Rule
  /** Its counters, as its page shows them; none: it has one. */
  readonly counters?: () => Promise<readonly Counter[]>
}

/** The series of the house, filled by the modules. */
export const allSeries = slot<Series>('series')

/** The only counter of a series that has one. */
export const theOnly: Counter = { scope: '', name: '', words: {} }

/** The series of a register: one counter, which begins again each year unless the authority decides otherwise. */
export const yearly = (name: string, label: MessageKey, pattern: string): Series => ({
  name,
  label,
  initial: { pattern, restarts: 'year' },
})
