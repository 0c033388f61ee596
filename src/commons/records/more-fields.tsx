import { z } from 'zod'
import { decimal, integer, several } from '#kernel/http'
import { formatNumber, type MessageKey, t } from '#kernel/i18n'
import { FoldedCheckboxes, Select, TextArea, TextField } from '#kernel/ui'
import { allTerms, ensureTerm } from '#commons/vocabularies'
import { type Field, labels, orNone, type Said } from './field.tsx'

/** A remark that may be empty; of several lines where `rows` says how many. */
export const remark = (most: number, said: Said, rows?: number): Field<string> => ({
  ...said,
  schema: z.string().trim().max(most),
  absent: '',
  answer: z.string(),
  input: (name, value) =>
    rows ? (
      <TextArea {...labels(name, said)} value={value ?? ''} rows={rows} />
    ) : (
      <TextField {...labels(name, said)} value={value ?? ''} />
    ),
  shown: async () => (value) => value,
  words: (value) => value,
})

type Unit = Said & { unit?: string }
const short = (name: string, said: Unit) =>
  ({ ...labels(name, said), size: 'short', unit: said.unit }) as const

/** A whole number. */
export const whole = (least: number, most: number, absent: number, said: Unit): Field<number> => ({
  ...said,
  schema: integer(least, most),
  absent,
  answer: z.int(),
  input: (name, value) => (
    <TextField {...short(name, said)} type="number" value={String(value ?? absent)} />
  ),
  shown: async () => formatNumber,
})

export const optionalWhole = (least: number, most: number, said: Unit): Field<number | null> => ({
  ...said,
  schema: orNone(integer(least, most)),
  absent: null,
  answer: z.int().nullable(),
  input: (name, value) => (
    <TextField {...short(name, said)} type="number" value={value?.toString() ?? ''} />
  ),
  shown: async () => (value) => value !== null && formatNumber(value),
})

/** A number with decimals, as people type it. */
export const fraction = (most: number, said: Unit): Field<number> => ({
  ...said,
  schema: decimal().pipe(z.number().min(0).max(most)),
  absent: 0,
  answer: z.number(),
  input: (name, value) => (
    <TextField {...short(name, said)} inputmode="decimal" value={String(value ?? 0)} />
  ),
  shown: async () => (value) => value > 0 && formatNumber(value),
})

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
    shown: async () => (value) => value !== null && name(value),
    choices: async () => named.map(([value, one]) => [value, name(one)]),
  }
}

/** Words of a vocabulary, as many as one likes; those that it had stay, even if proposed no more. */
export const termsOf = (vocabulary: string, said: Said): Field<string[]> => ({
  ...said,
  schema: ticked(z.uuid()),
  absent: [],
  answer: z.array(z.uuid()),
  input: async (name, value = []) => (
    <FoldedCheckboxes
      {...labels(name, said)}
      choices={(await allTerms(vocabulary))
        .filter(({ id, hidden }) => !hidden || value.includes(id))
        .map(({ id, name: word, grouping }) => ({
          value: id,
          label: grouping ? `${word} (${grouping})` : word,
        }))}
      values={value}
    />
  ),
  shown: async () => {
    const known = await allTerms(vocabulary)
    return (value) => known.flatMap(({ id, name }) => (value.includes(id) ? name : [])).join(', ')
  },
  check: async (given, name, before = []) => {
    for (const one of given) if (!before.includes(one)) await ensureTerm(vocabulary, one, name)
  },
})

/** Ticked boxes of one name; a hidden box without value says that none may be ticked. */
export const ticked = <V,>(one: z.ZodType<V>): z.ZodType<V[]> =>
  several(one).transform((boxes) => boxes ?? [])
