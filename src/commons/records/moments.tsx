import { z } from 'zod'
import { optionalDay } from '#kernel/http'
import { formatDate } from '#kernel/i18n'
import { DateField } from '#kernel/ui'
import { type Field, labels, type Said, simply } from './field.ts'

export const optionalDate = (said: Said): Field<Temporal.PlainDate | null> => ({
  ...said,
  schema: optionalDay(),
  absent: null,
  answer: z.preprocess((value) => value && String(value), z.iso.date().nullable()),
  input: (name, value) => <DateField {...labels(name, said)} value={value ?? undefined} />,
  shown: simply((value) => value && formatDate(value, 'short')),
  plain: simply((value) => value),
  narrow: 'dates',
})
