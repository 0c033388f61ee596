import type { Child } from 'hono/jsx'
import { isLetterboxOpen, sendMany } from '#kernel/mail'
import { language } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'

/** A link under the words that say where it leads. */
export interface LetterLink {
  text: string
  href: string
}

/** A list under its title. */
interface LetterList {
  title: string
  entries: readonly LetterLink[]
}

export interface Letter {
  address: string
  subject: string
  paragraphs: readonly (string | LetterLink | LetterList)[]
  /** Where no more of them are asked for. */
  unsubscribe?: string
}

/**
 * Writes letters in the language that is spoken now, as text and as HTML. Nothing of one stays in the house once it left: the address
 * of a subscriber is kept with the subscription alone. Where letters leave for nowhere and people are fictional, one reads them.
 * Returns their ids, in their order.
 */
export async function write(letters: readonly Letter[]): Promise<string[]> {
  const messages = []
  for (const { address, subject, paragraphs, unsubscribe } of letters) {
    const text = [...paragraphs.map(plain), ''].join('\n\n')
    messages.push({
      ...{ to: { address }, subject },
      text,
      html: await drawn(subject, paragraphs),
      ...{ secret: true, fleeting: !isLetterboxOpen() },
      ...(unsubscribe && { unsubscribe }),
    })
  }
  return sendMany(messages)
}

function plain(one: Letter['paragraphs'][number]): string {
  if (typeof one === 'string') return one
  if ('entries' in one)
    return [one.title, ...one.entries.map(({ text, href }) => `- ${text}\n  ${href}`)].join('\n\n')
  return `${one.text}\n${one.href}`
}

async function drawn(subject: string, paragraphs: Letter['paragraphs']): Promise<string> {
  const page: Child = (
    <html lang={language()}>
      <head>
        <meta charset="utf-8" />
        <title>{subject}</title>
      </head>
      <body>
        <p>
          <strong>{tenant().name}</strong>
        </p>
        {paragraphs.map((one) => (
          <Paragraph of={one} />
        ))}
      </body>
    </html>
  )
  return `<!doctype html>${String(await page)}`
}

function Paragraph({ of: one }: { of: Letter['paragraphs'][number] }) {
  if (typeof one === 'string') return <p>{one}</p>
  if ('entries' in one)
    return (
      <>
        <h2>{one.title}</h2>
        <ul>
          {one.entries.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <p>
      <a href={one.href}>{one.text}</a>
    </p>
  )
}
