import { createHash } from 'node:crypto'
import type { Token } from 'parse5'
import { picture as declared } from '#kernel/textparts'
import { printable } from './tokenizer.ts'
import type { Picture } from './tree.ts'

/** A picture that came with the text: its bytes in base64, under the hash that the text has for it. */
export interface Brought {
  hash: string
  data: string
}

const ours = new RegExp(`^(?:${declared.folder}|${declared.openFolder})([0-9a-f]{64})$`)
const withData = /^data:image\/[\w.+-]{1,40};base64,/i

/**
 * The picture that an `img` tag shows: one that the house keeps, or one whose bytes are in its address, which go to
 * `bring`. Undefined where it is to be fetched from elsewhere: the house asks no address that a text names.
 */
export function pictureOf(
  token: Token.TagToken,
  masked: boolean,
  bring: ((brought: Brought) => void) | undefined,
): Picture | undefined {
  const given = new Map(token.attrs.map(({ name, value }) => [name, value]))
  const hash = hashIn(given.get('src')?.trim() ?? '', bring)
  if (hash === undefined) return undefined
  const alt = given.get('alt')
  const classes = (given.get('class') ?? '').split(/\s+/)
  const side = declared.sides.find((one) => classes.includes(`align-${one}`))
  return {
    type: 'picture',
    hash,
    alt: alt === undefined ? null : wordsOf(alt),
    ...(side && { align: side }),
    ...((masked || classes.includes('masked') || classes.includes('pm-anonymize')) && {
      masked: true,
    }),
  }
}

function hashIn(
  address: string,
  bring: ((brought: Brought) => void) | undefined,
): string | undefined {
  const kept = ours.exec(address.slice(0, 200))?.[1]
  if (kept !== undefined) return kept
  const start = withData.exec(address.slice(0, 100))?.[0]
  if (start === undefined || !bring) return undefined
  const data = address.slice(start.length)
  const hash = createHash('sha256').update(data).digest('hex')
  bring({ hash, data })
  return hash
}

const wordsOf = (alt: string) =>
  printable(alt).replaceAll(/\s+/g, ' ').trim().slice(0, declared.longestAlt).toWellFormed().trim()
