import { z } from 'zod'
import { decimal, integer } from '#kernel/http'
import { formatNumber } from '#kernel/i18n'
import { TextField } from '#kernel/ui'
import { type Field, labels, orNone, type Said, simply } from './field.ts'

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
  shown: simply(formatNumber),
  plain: simply((value) => value),
  narrow: 'numbers',
})

export const optionalWhole = (least: number, most: number, said: Unit): Field<number | null> => ({
  ...said,
  schema: orNone(integer(least, most)),
  absent: null,
  answer: z.int().nullable(),
  input: (name, value) => (
    <TextField {...short(name, said)} type="number" value={value?.toString() ?? ''} />
  ),
  shown: simply((value) => value !== null && formatNumber(value)),
  plain: simply((value) => value),
  narrow: 'numbers',
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
  shown: simply((value) => value > 0 && formatNumber(value)),
  plain: simply((value) => value),
  narrow: 'numbers',
})
