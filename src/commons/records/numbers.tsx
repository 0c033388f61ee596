import { z } from 'zod'
import { amountWithin, cents, decimal, integer, typedNumber, year } from '#kernel/http'
import { euros, formatNumber } from '#kernel/i18n'
import { TextField } from '#kernel/ui'
import { type Field, labels, type Said, simply } from './field.ts'

type Unit = Said & { unit?: string }
const short = (name: string, said: Unit) =>
  ({ ...labels(name, said), size: 'short', unit: said.unit }) as const

/** A whole number between two; without `absent`, it must be there. */
export const whole = (
  least: number,
  most: number,
  { absent, ...said }: Unit & { absent?: number },
): Field<number> => ({
  ...said,
  schema: integer(least, most),
  ...(absent !== undefined && { absent }),
  answer: z.int(),
  input: (name, value, { required = absent === undefined }) => (
    <TextField
      {...short(name, said)}
      type="number"
      value={(value ?? absent)?.toString() ?? ''}
      required={required}
    />
  ),
  shown: simply((value) => withUnit(value, said.unit)),
  plain: simply((value) => value),
  narrow: 'numbers',
})

/** A year, which must be there. */
export const yearOf = (first: number, last: number, said: Unit): Field<number> => ({
  ...whole(first, last, said),
  schema: year(first, last),
  shown: simply((value) => String(value)),
})

/** A number with decimals, as people type it; 0 unless told, and then it is not shown. */
export const fraction = (most: number, said: Unit): Field<number> => ({
  ...said,
  schema: decimal().pipe(z.number().min(0).max(most)),
  absent: 0,
  answer: z.number(),
  input: (name, value, { required }) => (
    <TextField
      {...short(name, said)}
      inputmode="decimal"
      value={typedNumber(value ?? 0)}
      required={required}
    />
  ),
  shown: simply((value) => value > 0 && withUnit(value, said.unit)),
  plain: simply((value) => value),
  narrow: 'numbers',
})

/**
 * An amount: whole cents in the column and in the API, euros in the form. `least` and `most` are cents;
 * without more, nothing is negative or above a thousand million euros.
 */
export const money = (
  said: Said,
  { least = 0, most = 1e11 }: { least?: number; most?: number } = {},
): Field<number> => ({
  ...said,
  schema: z
    .union([amountWithin(least, most), cents(least, most)])
    .describe(
      'As a number, an amount in whole cents: 1250 is € 12.50; as a text, in euros: “12.50”',
    ),
  answer: z.int().describe('An amount in whole cents: 1250 is € 12.50'),
  input: (name, value, { required = true }) => (
    <TextField
      {...labels(name, said)}
      size="short"
      unit="€"
      inputmode="decimal"
      value={value === undefined ? '' : typedEuros(value)}
      required={required}
    />
  ),
  shown: simply(euros),
  plain: simply((value) => ({ cents: value })),
  words: simply(typedEuros),
  narrow: 'numbers',
  amount: true,
})

const withUnit = (value: number, unit?: string) =>
  unit ? `${formatNumber(value)}\u00A0${unit}` : formatNumber(value)

function typedEuros(value: number): string {
  return formatNumber(value / 100, { minimumFractionDigits: 2, useGrouping: false })
}
