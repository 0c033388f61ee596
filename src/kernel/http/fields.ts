import { z } from 'zod'
import { type Trouble, troubleIn, written } from '#kernel/characters'
import { SentFile } from '#kernel/files'
import { takesFiles } from './bounds.ts'

/** A line of text that must hold a word. */
export const line = (most = 200) => oneLine(most).min(1)
/** A line of text that may be empty. */
export const optionalLine = (most = 200) => oneLine(most).default('')
/** Where a page leads back to, as a form of ours says it in a hidden field: what is no address is none. */
export const wayBack = () => oneLine(2000).catch('').default('')
/** Some lines of text, which may be empty: a comment. */
export const optionalLines = (most: number) => plainText(most).default('')
/** A long text, as a rich-text field sends it. */
export const longText = (most = 500_000) => z.string().max(most).default('')
/** In lower case, as PostgreSQL writes it: the same id twice is one. */
export const id = () => z.uuid().toLowerCase()
/** Whether a text is an id at all: one in a path may be anything. */
export const isId = (text: string) => id().safeParse(text).success
/** The first of the conditions that a query sets and nobody knows: of thousands, some say it as well. */
export const unknownIn = (sent: object, known: object): string[] =>
  Object.keys(sent)
    .filter((name) => !(name in known))
    .slice(0, 10)
/** An id, or nothing chosen. */
export const optionalId = () =>
  z.union([id(), z.literal('').transform(() => null), z.null()]).default(null)
/** A ticked box of a form, or a boolean. */
export const flag = () =>
  z.union([z.boolean(), z.enum(['on', 'true', '1']).transform(() => true)]).default(false)
/**
 * Files sent by a form: none, one or several; a browser sends one without name or bytes where none is chosen.
 * None is empty, unless whoever reads them says so of each.
 */
export const uploads = (most = 100, { empty = false } = {}) =>
  takesFiles(
    z.preprocess(
      (given) =>
        [given ?? []].flat().filter((one) => !(one instanceof File && !one.name && !one.size)),
      z
        .array(
          z.instanceof(SentFile).refine(({ size }) => empty || size > 0, 'http.field.empty_file'),
        )
        .max(most),
    ),
    most,
  )

/** A file in the body of a call: its name and its bytes, in base64. */
export const fileInBody = () =>
  z
    .object({ name: optionalLine(255), base64: z.string().min(1).max(bytesInBody) })
    .transform(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }))

/** What a call with files in it takes: as much as a form does, with a third more for the letters that stand for bytes. */
export const bytesInBody = 86_000_000

/** The fields `seats.<id>` of a form, as one record: for `z.preprocess`. */
export const gathered = (prefix: string) => (given: unknown) => {
  if (typeof given !== 'object' || given === null) return given
  const own = Object.entries(given).filter(([name]) => name.startsWith(`${prefix}.`))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length + 1), value]))
}

/**
 * Ticked boxes of one name, each once, `most` of them. A hidden box without value says that none may be ticked,
 * absence nothing.
 */
export const several = <S extends z.ZodType>(one: S, most = 1000) =>
  z.preprocess(
    (given) =>
      given === undefined ? given : [...new Set([given].flat().filter((box) => box !== ''))],
    z
      .array(one)
      .max(most)
      .transform((boxes) => [...new Set(boxes)])
      .optional(),
  )

/** A text that a form may leave out, which then stays as it is. */
export const keptText = (most: number) => oneLine(most).optional()

/**
 * Words that a person typed, as the house writes them, which whoever reads them later can show, search and print;
 * none where none is seen.
 */
export const plainText = (most: number) =>
  z
    .string()
    .overwrite((text) => (unseen.test(text) ? '' : written(text)))
    .trim()
    .max(most)
    .refine((text) => !uncarried.test(text), { message: 'http.field.character', abort: true })
    .superRefine((text, issues) => {
      // Zod asks on after a text that is too long.
      const trouble = text.length > most ? null : troubleIn(text)
      if (trouble) issues.addIssue({ code: 'custom', ...troubleMessage(trouble) })
    })

/** The same in one line: what breaks it would be a line of its own in a letter, a list or the head of a message. */
export const oneLine = (most: number) =>
  plainText(most).refine((text) => !lineBreak.test(text), 'http.field.one_line')

const lineBreak = /[\n\r\u2028\u2029]/

/** Why a text cannot be printed, as a field says it. */
export const troubleMessage = ({ why, ...params }: Trouble) =>
  ({ message: `http.field.unprintable.${why}`, params }) as const

/** Nothing but blanks and characters without a shape of their own. */
const unseen = /^[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** What no XML can hold, what no font can show: control characters but line ends and tabs, non-characters. */
const uncarried = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u
