import type { RawBuilder, SqlBool } from 'kysely'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { type MessageKey, t } from '#kernel/i18n'
import type { Cell, Condition } from '#kernel/ui'
import type { Doer } from '#commons/workflow'

/** What the trade says of a field besides its kind: how it is called, when it is asked, how long kept. */
export interface Said {
  readonly label: MessageKey
  /** One sentence that helps to answer. */
  readonly help?: MessageKey
  /** Asked for only where another field has one of these answers; elsewhere it is emptied. */
  readonly shownWhen?: Condition
  /** May be empty, but not where another field has one of these answers. */
  readonly neededWhen?: Condition
  /** A day or an hour that does not come before the one of another field. */
  readonly notBefore?: string
  /** Says something of a person (RGPD): the form marks it, history tells that it changed, not what. */
  readonly personal?: true
  /**
   * Of those who see the dossier only these read it, and write it. Its kind takes `withholding(fields)`, as
   * `plainKind` does.
   */
  readonly readBy?: readonly Doer[]
  /** « Save and write another » begins the next one with the same answer. */
  readonly stays?: true
  /** Says nothing of another dossier: a copy is begun without it. */
  readonly copied?: false
  /** How long it may be kept, as a period of ISO 8601: `P10Y`. */
  readonly keep?: string
}

/** A value of a field that is one of a list, with its name in words. */
export type Named = readonly [value: string, name: string]

/**
 * Tells something of a value in two steps. The first is given all values that will be told (a page of a
 * list) and loads what telling them needs, names of services say; it gives back the second, which is then
 * called for each of them.
 */
export type Teller<Value, Told> = (values: readonly Value[]) => Promise<(value: Value) => Told>

/** A teller that needs nothing. */
export const simply =
  <Value, Told>(tell: (value: Value) => Told): Teller<Value, Told> =>
  async () =>
    tell

/** What is known where an answer is asked for. */
export interface Asking {
  /** The trade asks for it here, though not everywhere; or leaves it open here, though not everywhere. */
  readonly required?: boolean
  /** The dossier that is rewritten. */
  readonly of?: { readonly id: string } | undefined
  /** What was typed in a form that comes again, by the names of its inputs. */
  readonly typed?: Readonly<Record<string, unknown>> | undefined
}

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
  readonly input: (name: string, value: Value | undefined, asking: Asking) => Child | Promise<Child>
  /** Puts together what a form sends of it in several inputs; undefined where it sent nothing. */
  readonly gather?: (name: string, sent: Readonly<Record<string, unknown>>) => unknown
  /** How its values are shown on a page. */
  readonly shown: Teller<Value, Child>
  /** How they are shown in a line of a list, where that is shorter than on a page. */
  readonly brief?: Teller<Value, Child>
  /** How they stand in a spreadsheet; without it, in none. */
  readonly plain?: Teller<Value, Cell>
  /** What of two of its texts is compared, word by word, where that is more than `plain` tells. */
  readonly compared?: (text: string) => string
  /**
   * What a copy for everybody says of it where its trade publishes it; without it, what the API answers.
   * Null: it means nothing outside, and never leaves.
   */
  readonly leaves?: { readonly schema: z.ZodType; readonly told: Teller<Value, unknown> } | null
  /**
   * What the schema reads of the words in a cell of a list (import); without it, a name among its choices, or
   * the words themselves. Null: no cell can say it.
   */
  readonly typed?: ((cell: string) => unknown) | null
  /** What the column holds of what was given; without it, the same. Throws `Invalid` on its name. */
  readonly kept?: (given: Given, name: string, before?: Value) => Value | Promise<Value>
  /**
   * Asked where it changes: throws where the answer is none of the authority's, or not for the one who acts.
   * `before` is undefined of a new dossier, which has no `of` either.
   */
  readonly check?: (
    given: Given,
    name: string,
    before: Value | undefined,
    of?: { readonly id: string },
  ) => Promise<void>
  /** The values to which a list can be narrowed. */
  readonly choices?: () => Promise<readonly Named[]>
  /** It names another dossier, which not all may read who read this one: on paper, it stands where all may (`withoutUnread`). */
  readonly links?: true
  /** Too long for a line: history tells only that it changed. */
  readonly long?: true
  /** The column holds several of its choices: a list is narrowed to rows that have one among them. */
  readonly many?: true
  readonly narrow?: Narrowing
  /** Which rows have the words by which a list is narrowed, where the column is no text: `d` is the root of each. */
  readonly holds?: (words: string, column: RawBuilder<unknown>, name: string) => RawBuilder<SqlBool>
  /** What is proposed to who types such words. */
  readonly proposed?: () => Promise<readonly string[]>
  /** An index of the house follows its column: its migration asks for that, and a test of the house looks. */
  readonly indexed?: true
  /** Can be answered only once its dossier is there. */
  readonly later?: true
  /** Typed in euros, held in cents. */
  readonly amount?: true
  /** What a list is sorted by; without it, by the column itself. Null: sorting by it says nothing. */
  readonly order?: ((column: RawBuilder<unknown>) => RawBuilder<unknown>) | null
  /** Plain words by which the dossier is found, besides its title: what is written, names of persons. */
  readonly words?: Teller<Value, string>
  /** Why the one who acts can answer nothing here. */
  readonly lacking?: () => Promise<MessageKey | null>
}

/** Name, label, help and mark, as inputs take them. */
export const labels = (name: string, { label, help, personal }: Said) => ({
  name,
  label: t(label),
  help: help && t(help),
  mark: personal && t('records.personal'),
})

/** The same field where it may be left open: null then. */
export function optional<Value, Given>(
  field: Field<Value, Given>,
): Field<Value | null, Given | null> {
  const {
    schema,
    absent: _,
    answer,
    input,
    shown,
    brief,
    plain,
    leaves,
    kept,
    check,
    words,
    ...rest
  } = field
  return {
    ...rest,
    schema: orNone(schema),
    absent: null,
    answer: answer.nullable(),
    input: (name, value, asking) => input(name, value ?? undefined, { required: false, ...asking }),
    shown: unlessNone(shown),
    ...(brief && { brief: unlessNone(brief) }),
    ...(plain && { plain: unlessNone(plain) }),
    ...(leaves === null && { leaves }),
    ...(leaves && {
      leaves: { schema: leaves.schema.nullable(), told: unlessNone(leaves.told) },
    }),
    ...(kept && {
      kept: (given, name, before) =>
        given === null ? null : kept(given, name, before ?? undefined),
    }),
    ...(check && {
      check: async (given, name, before, of) => {
        if (given !== null) await check(given, name, before ?? undefined, of)
      },
    }),
    ...(words && {
      words: async (values) => {
        const tell = await unlessNone(words)(values)
        return (value) => tell(value) ?? ''
      },
    }),
  }
}

const unlessNone =
  <Value, Told>(teller: Teller<Value, Told>): Teller<Value | null, Told | null> =>
  async (values) => {
    const tell = await teller(values.filter((value) => value !== null))
    return (value) => (value === null ? null : tell(value))
  }

/** What is chosen, or nothing. */
export const orNone = <V>(one: z.ZodType<V>): z.ZodType<V | null> =>
  z.union([one, z.literal('').transform(() => null), z.null()])
