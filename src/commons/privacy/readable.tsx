import { raw } from 'hono/html'
import {
  formatDate,
  formatDateTime,
  knownMessage,
  language,
  registeredMessages,
  t,
} from '#kernel/i18n'
import { actionInWords } from '#commons/journal'
import { deedKey } from '#commons/workflow'
import type { Chapter } from './gather.ts'

interface Told {
  title: string
  lead: string
  processing: readonly { title: string; purpose: string; law: string }[]
  chapters: readonly Chapter[]
  withheld: readonly string[]
}

/** Read where it is opened, without anything from elsewhere. */
const look = `body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.25rem 0}@media(max-width:40rem){table{display:block;overflow-x:auto}}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}`

/** What is held of somebody, as a page that they can read at home. */
export async function readable({
  title,
  lead,
  processing,
  chapters,
  withheld,
}: Told): Promise<string> {
  const page = (
    <html lang={language()}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(look)}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>{lead}</p>
        {chapters.map(({ heading, rows }) => (
          <section>
            <h2>{heading}</h2>
            <Rows of={rows} called={heading} />
          </section>
        ))}
        <h2>{t('privacy.file.why')}</h2>
        <ul>
          {processing.map((one) => (
            <li>
              <strong>{one.title}</strong> {one.purpose} ({one.law})
            </li>
          ))}
        </ul>
        <h2>{t('privacy.file.withheld')}</h2>
        <ul>
          {withheld.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <h2>{t('privacy.file.rights')}</h2>
        <p>{t('privacy.file.rights_text')}</p>
      </body>
    </html>
  )
  return `<!doctype html>${String(await page)}`
}

function Rows({ of, called }: { of: readonly Record<string, unknown>[]; called: string }) {
  const flat = of.map(flattened)
  const heads = [...new Set(flat.flatMap((row) => Object.keys(row)))]
  return (
    <table>
      <caption>{t('privacy.file.rows', { called, count: flat.length })}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{headInWords(head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flat.map((row) => (
          <tr>
            {heads.map((head) => (
              <td>{valueInWords(head, row[head] ?? '')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
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
