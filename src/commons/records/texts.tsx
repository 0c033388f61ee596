import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { aLotOfHtml, aside, TooMuch } from '#kernel/aside'
import { troubleIn } from '#kernel/characters'
import { Invalid } from '#kernel/errors'
import { line, oneLine, plainText, troubleMessage } from '#kernel/http'
import { t } from '#kernel/i18n'
import { ActText, lossInWords } from '#kernel/pages'
import { keepBrought, refusalMessage } from '#kernel/pictures'
import {
  type Cleaning,
  fromFieldWithPictures,
  picturesOf,
  type RichText,
  toField,
  toPlainText,
} from '#kernel/richtext'
import { RichTextField, TextArea, TextField } from '#kernel/ui'
import { picturesSeen } from '#commons/dossiers'
import { publicText, redacted } from '#commons/publication'
import { withMarks } from './marked-pictures.tsx'
import { type Field, labels, type Said, simply } from './field.ts'

/** Words in the order of a dictionary, whatever their accents; where there are none, nothing. */
export const inFrenchOrder = (words: RawBuilder<unknown>) =>
  sql`nullif(${words}, '') collate kernel.french_order`

/** A cell of a workbook breaks its lines where it is narrow. */
const inOneLine = (cell: string) =>
  cell
    .split(/[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')

/** A line of text that must hold a word. */
export const text = (most: number, said: Said): Field<string> => ({
  ...said,
  schema: line(most),
  typed: inOneLine,
  answer: z.string(),
  input: (name, value, { required = true }) => (
    <TextField {...labels(name, said)} value={value ?? ''} maxlength={most} required={required} />
  ),
  shown: simply((value) => value),
  plain: simply((value) => value),
  narrow: 'words',
  order: inFrenchOrder,
  words: simply((value) => value),
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
})

/** Of an address (RFC 5321, 4.5.3.1.3, without its brackets). */
const mostInAddress = 254

/** A remark that may be empty; of several lines where `rows` says how many. */
export const remark = (most: number, said: Said, rows?: number): Field<string> => ({
  ...said,
  // As history tells it, in a line.
  ...(most > 500 && { long: true as const }),
  schema: rows ? plainText(most) : oneLine(most),
  ...(!rows && { typed: inOneLine }),
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
  words: simply((value) => value),
})

/** Rich text, kept as our closed tree. Throws `Invalid` where its HTML is broken, saying where. */
export const rich = (said: Said, rows?: number): Field<RichText, string> => ({
  ...said,
  long: true,
  schema: z.string().max(500_000),
  // A cell holds words, and what looks like HTML in them is none.
  typed: (cell) =>
    cell
      .split(/[\r\n]+/)
      .map((line) => `<p>${escaped(line)}</p>`)
      .join(''),
  absent: '',
  answer: z.string(),
  input: async (name, value, { required }) => (
    <RichTextField
      {...labels(name, said)}
      value={value ? await inField(value) : ''}
      rows={rows}
      required={required}
    />
  ),
  shown: simply((value) => value && <ActText html={value} label={t(said.label)} />),
  plain: simply(toPlainText),
  compared: withMarks,
  leaves: { schema: publicText(), told: simply(redacted) },
  order: null,
  kept: richTextOf,
  words: simply(toPlainText),
})

/** A text as its field shows it. One that takes too long to be made plainer stands there as it is kept. */
async function inField(html: RichText): Promise<string> {
  if (html.length < aLotOfHtml) return toField(html)
  try {
    return await aside('kernel/richtext/index.ts', 'toField', html)
  } catch (failure) {
    if (failure instanceof TooMuch) return html
    throw failure
  }
}

/** A long text is read beside the thread that answers; what takes too long there is too long a text. */
async function fromLongField(given: string, name: string): Promise<Cleaning> {
  if (given.length < aLotOfHtml) return fromFieldWithPictures(given)
  try {
    return await aside('kernel/richtext/index.ts', 'fromFieldWithPictures', given)
  } catch (failure) {
    if (!(failure instanceof TooMuch)) throw failure
    throw Invalid.field(name, 'records.too_much_text')
  }
}

/**
 * Rich text as a form or the API gave it, under a name. Throws `Invalid` where it is broken, cannot be printed or
 * holds what a text of the house cannot: nothing that a reader would miss is dropped without a word.
 */
export async function richTextOf(given: string, name: string): Promise<RichText> {
  const { html: read, broken, brought, dropped } = await fromLongField(given, name)
  const [first] = broken
  if (first) {
    const { line: at, column, excerpt } = first
    throw Invalid.field(name, 'records.broken_html', { line: at, column, excerpt })
  }
  const lost = lossInWords(dropped)
  if (lost) throw Invalid.field(name, 'records.lost_in_text', { what: lost })
  const { html, refused } = await keepBrought(read, brought)
  if (refused[0]) {
    const { key, params } = refusalMessage(refused[0])
    throw Invalid.field(name, key, params)
  }
  await ensureShowable(html, name)
  const trouble = troubleIn(toPlainText(html))
  if (!trouble) return html
  const { message, params } = troubleMessage(trouble)
  throw Invalid.field(name, message, params)
}

/** Pictures of a text are those of whoever writes it or reads them, and each has words or needs none. */
async function ensureShowable(html: RichText, name: string): Promise<void> {
  const shown = picturesOf(html)
  if (shown.length === 0) return
  const theirs = await picturesSeen(shown.map(({ hash }) => hash))
  for (const [at, { hash, alt }] of shown.entries()) {
    const number = at + 1
    if (!theirs.has(hash)) throw Invalid.field(name, 'pictures.not_yours', { number })
    if (alt === null) throw Invalid.field(name, 'pictures.without_words', { number })
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
