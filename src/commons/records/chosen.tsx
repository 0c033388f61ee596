import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { id, integer, several } from '#kernel/http'
import { type MessageKey, t } from '#kernel/i18n'
import { type Choice, FoldedCheckboxes, RadioGroup, Select } from '#kernel/ui'
import { allTerms, ensureTerm, termChoices, terms } from '#commons/vocabularies'
import { type Field, labels, type Named, orNone, type Said, simply, type Teller } from './field.ts'
import { inFrenchOrder } from './texts.tsx'

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
    shown: simply(name),
    plain: simply(name),
    choices: async () => values.map((one) => [one, name(one)]),
    narrow: 'choices',
    order: (column) => sql`array_position(${[...values]}::text[], ${column}::text)`,
  }
}

/** One of a few words, or of some numbers that follow one another, or none. */
export function optionalChoice<V extends string | number>(
  values: readonly V[],
  name: (value: V) => string,
  { none, ...said }: Said & { none?: MessageKey },
): Field<V | null> {
  const numbers = values.filter((one) => typeof one === 'number')
  const oneOfThese =
    numbers.length > 0
      ? integer(Math.min(...numbers), Math.max(...numbers))
      : z.enum(values.map(String))
  const named = values.map((one) => [String(one), one] as const)
  const options = () => named.map(([value, one]) => ({ value, label: name(one) }))
  return {
    ...said,
    schema: orNone(oneOfThese as unknown as z.ZodType<V>), // It gives one of these values.
    absent: null,
    answer: oneOfThese.nullable(),
    input: (at, value) => (
      <Select
        {...labels(at, said)}
        value={value?.toString() ?? ''}
        options={[{ value: '', label: none ? t(none) : '—' }, ...options()]}
      />
    ),
    shown: simply((value) => value !== null && name(value)),
    plain: simply((value) => (value !== null ? name(value) : null)),
    choices: async () => named.map(([value, one]) => [value, name(one)]),
    narrow: 'choices',
    order: (column) => sql`array_position(${values.map(String)}::text[], ${column}::text)`,
  }
}

/** Tells ids by the names of a list, which is loaded once. */
export const byName =
  (named: () => Promise<readonly Named[]>): Teller<string | null, string | null> =>
  async () => {
    const names = new Map(await named())
    return (value) => (value && names.get(value)) ?? null
  }

/** What a list is sorted by where a column refers to rows that have a name. */
const byNameIn = (table: string) => (column: RawBuilder<unknown>) =>
  inFrenchOrder(sql`(select named.name from ${sql.table(table)} named where named.id = ${column})`)

/** One of the things of a short list of the authority's own: an organ, a room; `table` has their names. */
export function oneOf(
  list: () => Promise<readonly { id: string; name: string }[]>,
  table: string,
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
    shown: byName(named),
    plain: byName(named),
    check: async (given, name) => {
      if (!(await list()).some((one) => one.id === given))
        throw Invalid.field(name, 'http.field.choose')
    },
    choices: named,
    narrow: 'choices',
    order: byNameIn(table),
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
    shown: byName(named),
    plain: byName(named),
    check: async (given, name) => {
      if (given) await ensureTerm(vocabulary, given, name)
    },
    choices: named,
    narrow: 'choices',
    order: byNameIn('commons.term'),
  }
}

/** Words of a vocabulary, as many as one likes; those that it had stay, even if proposed no more. */
export function termsOf(vocabulary: string, said: Said): Field<string[]> {
  const inWords: Teller<string[], string> = async () => {
    const known = await allTerms(vocabulary)
    return (value) =>
      known.flatMap(({ id: one, name }) => (value.includes(one) ? name : [])).join(', ')
  }
  return {
    ...said,
    schema: ticked(z.uuid()),
    absent: [],
    answer: z.array(z.uuid()),
    input: async (name, value = []) => (
      <FoldedCheckboxes
        {...labels(name, said)}
        choices={(await allTerms(vocabulary))
          .filter((one) => !one.hidden || value.includes(one.id))
          .map((one) => ({
            value: one.id,
            label: one.grouping ? `${one.name} (${one.grouping})` : one.name,
          }))}
        values={value}
      />
    ),
    shown: inWords,
    plain: inWords,
    check: async (given, name, before = []) => {
      for (const one of given) if (!before.includes(one)) await ensureTerm(vocabulary, one, name)
    },
    choices: async () => (await allTerms(vocabulary)).map((one): Named => [one.id, one.name]),
    many: true,
    narrow: 'choices',
    order: null,
  }
}

/** Ticked boxes of one name; a hidden box without value says that none may be ticked. */
export const ticked = <V,>(one: z.ZodType<V>): z.ZodType<V[]> =>
  several(one).transform((boxes) => boxes ?? [])

export const optionsOf = (named: readonly Named[]) =>
  named.map(([value, label]) => ({ value, label }))
