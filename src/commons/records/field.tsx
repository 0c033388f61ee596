import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { bears } from '#kernel/access'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { id, line, optionalDay } from '#kernel/http'
import { formatDate, type MessageKey, t } from '#kernel/i18n'
import { fromField, type RichText, toField, toPlainText } from '#kernel/richtext'
import { type Choice, DateField, RadioGroup, RichTextField, Select, TextField } from '#kernel/ui'
import { allServices, ensureService, writableServices } from '#commons/directory'
import { allTerms, ensureTerm, termChoices, terms } from '#commons/vocabularies'

/** How a field is called, and one sentence that helps to answer. */
export interface Said {
  readonly label: MessageKey
  readonly help?: MessageKey
}

/** A value of a field that is one of a list, with its name in words. */
export type Named = readonly [value: string, name: string]

/**
 * One thing that is said of a dossier, by the name of its column: how it is asked for, checked, kept,
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
  /** How its values are shown: what that needs is loaded once, for all rows of a list. */
  readonly shown: () => Promise<(value: Value) => Child>
  /** What the column holds of what was given; without it, the same. Throws `Invalid` on its name. */
  readonly kept?: (given: Given, name: string) => Value
  /** Asked where it changes: throws where the answer is none of the authority's, or not for the one who acts. */
  readonly check?: (given: Given, name: string, before: Value | undefined) => Promise<void>
  /** The values to which a list can be narrowed. */
  readonly choices?: () => Promise<readonly Named[]>
  /** Plain words by which the dossier is found, besides its title. */
  readonly words?: (value: Value) => string
  /** Why the one who acts can answer nothing here. */
  readonly lacking?: () => Promise<MessageKey | null>
}

/** What is chosen, or nothing. */
export const orNone = <V,>(one: z.ZodType<V>): z.ZodType<V | null> =>
  z.union([one, z.literal('').transform(() => null), z.null()])

export const labels = (name: string, { label, help }: Said) => ({
  name,
  label: t(label),
  help: help && t(help),
})

export const text = (most: number, said: Said): Field<string> => ({
  ...said,
  schema: line(most),
  answer: z.string(),
  input: (name, value) => (
    <TextField {...labels(name, said)} value={value ?? ''} maxlength={most} required />
  ),
  shown: async () => (value) => value,
})

export const optionalDate = (said: Said): Field<Temporal.PlainDate | null> => ({
  ...said,
  schema: optionalDay(),
  absent: null,
  answer: z.preprocess((value) => value && String(value), z.iso.date().nullable()),
  input: (name, value) => <DateField {...labels(name, said)} value={value ?? undefined} />,
  shown: async () => (value) => value && formatDate(value, 'short'),
})

/** One of a few words of the law, all in sight; the first one unless told. */
export function choice<V extends string>(
  values: readonly [V, ...V[]],
  name: (value: V) => string,
  said: Said,
): Field<V> {
  const [first] = values
  return {
    ...said,
    schema: z.enum(values) as z.ZodType<V>, // An enum of these values gives one of them.
    absent: first,
    answer: z.enum(values),
    input: (at, value) => (
      <RadioGroup
        {...labels(at, said)}
        value={value ?? first}
        choices={values.map((one): Choice => ({ value: one, label: name(one) }))}
      />
    ),
    shown: async () => name,
    choices: async () => values.map((one) => [one, name(one)]),
  }
}

/** One of the things of a short list of the authority's own: an organ, a room. */
export function oneOf(
  list: () => Promise<readonly { id: string; name: string }[]>,
  said: Said,
): Field<string> {
  const named = async () => (await list()).map(({ id: one, name }): Named => [one, name])
  return {
    ...said,
    schema: id(),
    answer: z.uuid(),
    input: async (name, value) => {
      const options = optionsOf(await named())
      const [first] = options
      return (
        <Select {...labels(name, said)} options={options} value={value ?? first?.value} required />
      )
    },
    shown: async () => nameIn(await named()),
    check: async (given, name) => {
      if (!(await list()).some((one) => one.id === given))
        throw Invalid.field(name, 'http.field.choose')
    },
    choices: named,
  }
}

/** A word of a vocabulary, or none; the one that it had stays, even if it is proposed no more. */
export function term(
  vocabulary: string,
  { none, ...said }: Said & { none: MessageKey },
): Field<string | null> {
  const named = async () => (await allTerms(vocabulary)).map((one): Named => [one.id, one.name])
  return {
    ...said,
    schema: orNone(id()),
    absent: null,
    answer: z.uuid().nullable(),
    input: async (name, value) => (
      <Select
        {...labels(name, said)}
        options={[{ value: '', label: t(none) }, ...termChoices(await terms(vocabulary, value))]}
        value={value ?? ''}
      />
    ),
    shown: async () => nameIn(await named()),
    check: async (given, name) => {
      if (given) await ensureTerm(vocabulary, given, name)
    },
    choices: named,
  }
}

/**
 * The service for which it is written: one of one’s own. It is handed over to another one’s own, or by
 * those who are named to any.
 */
export function service(
  said: Said,
  handedOverBy: readonly `role:${string}`[],
): Field<string | null, string> {
  const named = async () => (await allServices()).map((one): Named => [one.id, one.label])
  return {
    ...said,
    schema: id(),
    answer: z.uuid().nullable(),
    input: async (name, value) => {
      const own = (await allServices()).filter((one) => one.id === value)
      const mine = (await writableServices()).filter((one) => one.id !== value)
      const options = optionsOf([...own, ...mine].map((one) => [one.id, one.label]))
      const [first] = options
      return (
        <Select {...labels(name, said)} options={options} value={value ?? first?.value} required />
      )
    },
    shown: async () => nameIn(await named()),
    check: async (given, name, before) => {
      const mine = bears(`service:${given}:editor`) || bears(`service:${given}:head`)
      const handsOver = before !== undefined && handedOverBy.some((one) => bears(one))
      ensure(mine || handsOver, Forbidden, 'records.not_your_service')
      await ensureService(given, name)
    },
    choices: named,
    lacking: async () => ((await writableServices()).length > 0 ? null : 'records.no_service'),
  }
}

/** Rich text, kept as our closed tree. Throws `Invalid` where its HTML is broken, saying where. */
export const rich = (said: Said, rows?: number): Field<RichText, string> => ({
  ...said,
  schema: z.string().max(500_000),
  absent: '',
  answer: z.string(),
  input: (name, value) => (
    <RichTextField {...labels(name, said)} value={value ? toField(value) : ''} rows={rows} />
  ),
  shown: async () => (value) => value && <div class="act">{raw(value)}</div>,
  kept: (given, name) => {
    const { html, broken } = fromField(given)
    const [first] = broken
    if (!first) return html
    const { line: at, column, excerpt } = first
    throw Invalid.field(name, 'records.broken_html', { line: at, column, excerpt })
  },
  words: (value) => toPlainText(value),
})

const optionsOf = (named: readonly Named[]) => named.map(([value, label]) => ({ value, label }))

const nameIn = (named: readonly Named[]) => {
  const names = new Map(named)
  return (value: string | null) => value && names.get(value)
}
