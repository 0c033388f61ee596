import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { line, plainText } from '#kernel/http'
import { t } from '#kernel/i18n'
import { ActText } from '#kernel/pages'
import { fromField, type RichText, toField, toPlainText } from '#kernel/richtext'
import { RichTextField, TextArea, TextField } from '#kernel/ui'
import { publicText, redacted } from '#commons/publication'
import { type Field, labels, type Said, simply } from './field.ts'

/** Words in the order of a dictionary, whatever their accents; where there are none, nothing. */
export const inFrenchOrder = (words: RawBuilder<unknown>) =>
  sql`nullif(${words}, '') collate kernel.french_order`

/** A line of text that must hold a word. */
export const text = (most: number, said: Said): Field<string> => ({
  ...said,
  schema: line(most),
  answer: z.string(),
  input: (name, value, { required = true }) => (
    <TextField {...labels(name, said)} value={value ?? ''} maxlength={most} required={required} />
  ),
  shown: simply((value) => value),
  plain: simply((value) => value),
  narrow: 'words',
  order: inFrenchOrder,
})

/** An address of electronic mail, as it was typed; `optional(email(…))` where it may be left open. */
export const email = (said: Said): Field<string> => ({
  ...text(mostInAddress, said),
  schema: line(mostInAddress).pipe(z.email('records.not_an_email')),
  answer: z.email(),
  input: (name, value, { required = true }) => (
    <TextField
      {...labels(name, said)}
      type="email"
      value={value ?? ''}
      maxlength={mostInAddress}
      required={required}
    />
  ),
  words: (value) => value,
})

/** Of an address (RFC 5321, 4.5.3.1.3, without its brackets). */
const mostInAddress = 254

/** A remark that may be empty; of several lines where `rows` says how many. */
export const remark = (most: number, said: Said, rows?: number): Field<string> => ({
  ...said,
  // As history tells it, in a line.
  ...(most > 500 && { long: true as const }),
  schema: plainText(most),
  absent: '',
  answer: z.string(),
  input: (name, value, { required }) => {
    const asked = { ...labels(name, said), value: value ?? '', required, maxlength: most }
    return rows ? <TextArea {...asked} rows={rows} /> : <TextField {...asked} />
  },
  shown: simply((value) => value),
  plain: simply((value) => value),
  narrow: 'words',
  order: inFrenchOrder,
  words: (value) => value,
})

/** Rich text, kept as our closed tree. Throws `Invalid` where its HTML is broken, saying where. */
export const rich = (said: Said, rows?: number): Field<RichText, string> => ({
  ...said,
  long: true,
  schema: z.string().max(500_000),
  absent: '',
  answer: z.string(),
  input: (name, value, { required }) => (
    <RichTextField
      {...labels(name, said)}
      value={value ? toField(value) : ''}
      rows={rows}
      required={required}
    />
  ),
  shown: simply((value) => value && <ActText html={value} label={t(said.label)} />),
  plain: simply(toPlainText),
  leaves: { schema: publicText(), told: simply(redacted) },
  order: null,
  kept: (given, name) => {
    const { html, broken } = fromField(given)
    const [first] = broken
    if (!first) return html
    const { line: at, column, excerpt } = first
    throw Invalid.field(name, 'records.broken_html', { line: at, column, excerpt })
  },
  words: toPlainText,
})
