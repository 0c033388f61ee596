import type { RawBuilder } from 'kysely'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { type MessageKey, t } from '#kernel/i18n'

/** Another field of the same form, and the answers to it on which something depends. */
export interface Condition {
  readonly field: string
  readonly is: readonly (string | number | boolean)[]
}

/** What the trade says of a field besides its kind: how it is called, when it is asked, how long kept. */
export interface Said {
  readonly label: MessageKey
  /** One sentence that helps to answer. */
  readonly help?: MessageKey
  /** Asked for only where another field has one of these answers; elsewhere it is emptied. */
  readonly shownWhen?: Condition
  /** May be empty, but not where another field has one of these answers. */
  readonly neededWhen?: Condition
  /** Says something of a person (RGPD): the form marks it, history tells that it changed, not what. */
  readonly personal?: true
  /** How long it may be kept, as a period of ISO 8601: `P10Y`. */
  readonly keep?: string
}

/** A value of a field that is one of a list, with its name in words. */
export type Named = readonly [value: string, name: string]

/** A value as spreadsheets, reports and comparisons take it. */
export type Cell =
  | string
  | number
  | boolean
  | Temporal.PlainDate
  | Temporal.Instant
  | { readonly cents: number }
  | null

/**
 * Tells something of a value in two steps: the first loads what telling needs (names of services, say),
 * once; the function that it gives back is then called for each row.
 */
export type Teller<Value, Told> = () => Promise<(value: Value) => Told>

/** A teller that needs nothing. */
export const simply =
  <Value, Told>(tell: (value: Value) => Told): Teller<Value, Told> =>
  async () =>
    tell

/** How a list can be narrowed by a field; its bounds and choices are read by the field’s own schema. */
export type Narrowing = 'choices' | 'dates' | 'numbers' | 'words' | 'yes_no'

/**
 * One thing that is said of a dossier, under the name of its column: how it is asked for, checked, kept,
 * shown, found and answered. `Given` is what form and API take, `Value` what the column holds.
 */
export interface Field<Value, Given = Value> extends Said {
  readonly schema: z.ZodType<Given>
  /** What a new dossier is given where the answer leaves it out; without it, it must be there. */
  readonly absent?: Given
  /** What the API answers. */
  readonly answer: z.ZodType
  /** `required`: where the trade asks for it here, though not everywhere. */
  readonly input: (
    name: string,
    value: Value | undefined,
    required?: boolean,
  ) => Child | Promise<Child>
  /** How its values are shown on a page. */
  readonly shown: Teller<Value, Child>
  /** How they stand in a spreadsheet; without it, in none. */
  readonly plain?: Teller<Value, Cell>
  /** What the column holds of what was given; without it, the same. Throws `Invalid` on its name. */
  readonly kept?: (given: Given, name: string) => Value
  /** Asked where it changes: throws where the answer is none of the authority's, or not for the one who acts. */
  readonly check?: (given: Given, name: string, before: Value | undefined) => Promise<void>
  /** The values to which a list can be narrowed. */
  readonly choices?: () => Promise<readonly Named[]>
  /** The column holds several of its choices: a list is narrowed to rows that have one among them. */
  readonly many?: true
  readonly narrow?: Narrowing
  /** What a list is sorted by; without it, by the column itself. Null: sorting by it says nothing. */
  readonly order?: ((column: RawBuilder<unknown>) => RawBuilder<unknown>) | null
  /** Plain words by which the dossier is found, besides its title. */
  readonly words?: (value: Value) => string
  /** Why the one who acts can answer nothing here. */
  readonly lacking?: () => Promise<MessageKey | null>
}

/** Name, label and help, as inputs take them. */
export const labels = (name: string, { label, help }: Said) => ({
  name,
  label: t(label),
  help: help && t(help),
})

/** What is chosen, or nothing. */
export const orNone = <V>(one: z.ZodType<V>): z.ZodType<V | null> =>
  z.union([one, z.literal('').transform(() => null), z.null()])
