import { formatDate, formatDateTime, knownMessage, registeredMessages, t } from '#kernel/i18n'
import { actionInWords } from '#commons/journal'
import { deedKey } from '#commons/workflow'
import type { Chapter } from './gather.ts'

/** What is held of somebody, as they are told it: as a page, and as a document on paper. */
export interface Told {
  title: string
  lead: string
  chapters: readonly Chapter[]
  withheld: readonly string[]
}

/** What is held, trade by trade. */
export const tradesOf = (chapters: readonly Chapter[]): [trade: string, own: Chapter[]][] => [
  ...Map.groupBy(chapters, ({ trade }) => trade),
]

/** Why something is held, how long, and who is given it: what art. 15 § 1, a, c and d asks to be told with it. */
export const whyInWords = ({ why }: Chapter): { label: string; value: string }[] =>
  why.flatMap(({ title, purpose, basis, recipients, kept }) => [
    { label: t('privacy.activity'), value: title },
    { label: t('privacy.purpose'), value: purpose },
    { label: t('privacy.basis'), value: basis },
    { label: t('privacy.recipients'), value: recipients },
    { label: t('privacy.kept'), value: kept },
  ])

/** The rows of a chapter as words under the heads of their columns. */
export function tabled({ rows }: Chapter): { heads: string[]; rows: string[][] } {
  const flat = rows.map(flattened)
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))]
  return {
    heads: names.map(headInWords),
    rows: flat.map((row) => names.map((name) => valueInWords(name, row[name] ?? ''))),
  }
}

/** What a column is called; one without a word of its own keeps its name, which the file for programs has too. */
function headInWords(name: string): string {
  const key = knownMessage(`privacy.column.${name}`)
  return key ? t(key) : name
}

/** A moment, a day, a deed and an action as people read them. */
function valueInWords(head: string, value: string): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)$/.test(value))
    return formatDateTime(Temporal.Instant.from(value), 'short')
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(Temporal.PlainDate.from(value), 'short')
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'ui.yes' : 'ui.no')
  if (head === 'action') return actionInWords(value)
  const deed = head === 'what' ? knownMessage(deedKey(value)) : undefined
  // A deed whose sentence names more than its dossier keeps its name.
  const isPlainDeed = deed && !registeredMessages('fr').get(deed)?.includes('{')
  return isPlainDeed ? t(deed) : value
}

/** A row whose values are texts; what is within a value stands beside it. */
function flattened(row: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, string][] => {
      if (value === null || value === undefined || value === '') return []
      if (isPlain(value)) return Object.entries(flattened(value))
      return [[name, Array.isArray(value) ? value.join(', ') : String(value)]]
    }),
  )
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
