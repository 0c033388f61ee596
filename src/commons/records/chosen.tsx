import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { id, integer, several } from '#kernel/http'
import { folded, inLanguage, type MessageKey, t } from '#kernel/i18n'
import { offeredLanguages } from '#kernel/tenancy'
import { Checkbox, type Choice, FoldedCheckboxes, RadioGroup, Select } from '#kernel/ui'
import { allTerms, termChoices, terms } from '#commons/vocabularies'
import {
  type Field,
  labels,
  type Named,
  optional,
  orNone,
  type Said,
  simply,
  type Teller,
} from './field.ts'
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
    input: (at, value, { required }) => (
      <RadioGroup
        {...labels(at, said)}
        value={value ?? first}
        choices={values.map((one): Choice => ({ value: one, label: name(one) }))}
        required={required}
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
    input: (at, value, { required }) => (
      <Select
        {...labels(at, said)}
        required={required}
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

/** A copy for everybody has the name: nobody outside could look it up. */
export const leavesByName = (named: () => Promise<readonly Named[]>) => ({
  schema: z.string(),
  told: async () => {
    const tell = await byName(named)([])
    return (value: string | null) => tell(value) ?? ''
  },
})

/** What a list is sorted by where a column refers to rows that have a name. */
export const byNameIn = (table: string) => (column: RawBuilder<unknown>) =>
  inFrenchOrder(sql`(select named.name from ${sql.table(table)} named where named.id = ${column})`)

/** Things of the authority that have a name, and those of them that may be chosen; all, unless told. */
export interface NamedList {
  readonly all: () => Promise<readonly { id: string; name: string }[]>
  readonly open?: () => Promise<readonly { id: string; name: string }[]>
  readonly order: Field<string>['order'] & {}
}

/** One of the things of a short list of the authority's own: an organ, a room. */
export function oneOf({ all, open = all, order }: NamedList, said: Said): Field<string> {
  const named = async () => namedOf(await all())
  return {
    ...said,
    schema: id(),
    answer: z.uuid(),
    input: async (name, value, { required = true }) => {
      const may = new Set([...(await open()).map((one) => one.id), value])
      const options = optionsOf(namedOf((await all()).filter((one) => may.has(one.id))))
      const [first] = options
      return (
        <Select
          {...labels(name, said)}
          options={required ? options : [{ value: '', label: '—' }, ...options]}
          value={value ?? (required ? first?.value : '')}
          required={required}
        />
      )
    },
    shown: byName(named),
    plain: byName(named),
    leaves: leavesByName(named),
    check: async (given, name) => ensureIn(await open(), [given], name),
    choices: named,
    narrow: 'choices',
    order,
  }
}

/** Several of them: those that it had stay, even if they may be chosen no more. */
export function manyOf({ all, open = all }: NamedList, said: Said): Field<string[]> {
  const names: Teller<string[], string[]> = async () => {
    const known = await all()
    return (value) => known.flatMap(({ id: one, name }) => (value.includes(one) ? name : []))
  }
  const inWords: Teller<string[], string> = async (values) => {
    const tell = await names(values)
    return (value) => tell(value).join(', ')
  }
  return {
    ...said,
    schema: ticked(id()),
    absent: [],
    answer: z.array(z.uuid()),
    input: async (name, value = [], { required }) => {
      const may = new Set([...(await open()).map((one) => one.id), ...value])
      return (
        <FoldedCheckboxes
          {...labels(name, said)}
          choices={optionsOf(namedOf((await all()).filter((one) => may.has(one.id))))}
          values={value}
          required={required}
        />
      )
    },
    shown: inWords,
    plain: inWords,
    leaves: { schema: z.array(z.string()), told: names },
    kept: (given) => [...new Set(given)].toSorted(),
    check: async (given, name, before = []) =>
      ensureIn(
        await open(),
        given.filter((one) => !before.includes(one)),
        name,
      ),
    choices: async () => namedOf(await all()),
    many: true,
    narrow: 'choices',
    order: null,
  }
}

const namedOf = (things: readonly { id: string; name: string }[]) =>
  things.map(({ id: one, name }): Named => [one, name])

function ensureIn(open: readonly { id: string }[], wanted: readonly string[], name: string): void {
  if (wanted.some((one) => !open.some(({ id: known }) => known === one)))
    throw Invalid.field(name, 'http.field.choose')
}

/** A word of a vocabulary, or none; the one that it had stays, even if it is proposed no more. */
export function term(
  vocabulary: string,
  { none, ...said }: Said & { none: MessageKey },
): Field<string | null> {
  const field = optional(oneOf(termsIn(vocabulary), said))
  return {
    ...field,
    input: async (name, value, { required }) => (
      <Select
        {...labels(name, said)}
        options={[{ value: '', label: t(none) }, ...termChoices(await terms(vocabulary, value))]}
        value={value ?? ''}
        required={required}
      />
    ),
  }
}

/** Words of a vocabulary, as many as one likes; those that it had stay, even if proposed no more. */
export const termsOf = (vocabulary: string, said: Said): Field<string[]> => ({
  ...manyOf(termsIn(vocabulary), said),
  input: async (name, value = [], { required }) => (
    <FoldedCheckboxes
      {...labels(name, said)}
      choices={(await allTerms(vocabulary))
        .filter((one) => !one.hidden || value.includes(one.id))
        .map((one) => ({
          value: one.id,
          label: one.grouping ? `${one.name} (${one.grouping})` : one.name,
        }))}
      values={value}
      required={required}
    />
  ),
})

const termsIn = (vocabulary: string): NamedList => ({
  all: () => allTerms(vocabulary),
  open: () => terms(vocabulary),
  order: byNameIn('commons.term'),
})

/** Yes or no; no unless told. */
export const yesNo = (said: Said): Field<boolean> => ({
  ...said,
  // In a form the hidden box comes first, so that one which unticks says so.
  schema: z
    .union([z.boolean(), z.enum(['', 'on']), z.tuple([z.literal(''), z.literal('on')])])
    .transform((sent) => sent === true || [sent].flat().includes('on')),
  absent: false,
  typed: (cell) => {
    const is = (key: 'ui.yes' | 'ui.no', figure: string) =>
      cell === figure ||
      offeredLanguages().some((one) => folded(inLanguage(one, () => t(key))) === folded(cell))
    // What is neither is refused by the schema.
    return is('ui.yes', '1') || (is('ui.no', '0') ? false : cell)
  },
  answer: z.boolean(),
  input: (name, value) => (
    <>
      <input type="hidden" name={name} value="" />
      <Checkbox {...labels(name, said)} checked={value ?? false} />
    </>
  ),
  shown: simply((value) => t(value ? 'ui.yes' : 'ui.no')),
  plain: simply((value) => value),
  choices: async () => [
    ['true', t('ui.yes')],
    ['false', t('ui.no')],
  ],
  narrow: 'yes_no',
})

/** Ticked boxes of one name; a hidden box without value says that none may be ticked. */
export const ticked = <V,>(one: z.ZodType<V>): z.ZodType<V[]> =>
  several(one).transform((boxes) => boxes ?? [])

export const optionsOf = (named: readonly Named[]) =>
  named.map(([value, label]) => ({ value, label }))
