import { raw } from 'hono/html'
import { language, t } from '#kernel/i18n'
import type { Chapter } from './gather.ts'
import { type Told, tabled, tradesOf, whyInWords } from './told.ts'

/** Read where it is opened, without anything from elsewhere. */
const look = `body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.25rem 0}@media(max-width:40rem){table{display:block;overflow-x:auto}}dt{font-weight:bold}dd{margin:0 0 .5rem}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}`

/** What is held of somebody, as a page that they can read at home. */
export async function readable({ title, lead, chapters, withheld }: Told): Promise<string> {
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
        {tradesOf(chapters).map(([trade, own]) => (
          <section>
            <h2>{trade}</h2>
            {own.map((chapter) => (
              <section>
                <h3>{chapter.heading}</h3>
                <dl>
                  {whyInWords(chapter).map(({ label, value }) => (
                    <div>
                      <dt>{label}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
                <Rows of={chapter} />
              </section>
            ))}
          </section>
        ))}
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

function Rows({ of }: { of: Chapter }) {
  const { heads, rows } = tabled(of)
  return (
    <table>
      <caption>{t('privacy.file.rows', { called: of.heading, count: rows.length })}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
