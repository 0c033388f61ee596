import { headLine } from './address.ts'

/** So many bytes of a report are read: what failed stands in front, and the message that it brings back behind. */
export const mostOfReport = 100_000

/** What a server says of a message that it could not deliver (RFC 3464). */
export interface Report {
  /** Secrets of messages that it names: those of our return addresses. */
  tokens: string[]
  /** « 5.1.1 » */
  status: string
  /** What the server of the recipient said. */
  said: string
}

/** « retour+<token>@commune.be »: what comes back to it is of one message (VERP). */
export function returnAddress(to: string, token: string): string {
  const at = to.lastIndexOf('@')
  return `${to.slice(0, at)}+${token}${to.slice(at)}`
}

const tokens = /\+([0-9a-f]{32})@/g
/** So many are looked up: of one message there is one. */
const mostTokens = 5

/**
 * Reads a report that a message failed for good; null where it is anything else: an answer of a person or of a
 * machine, a delay, a success, or what is no message at all.
 */
export async function readReport(bytes: Uint8Array): Promise<Report | null> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes.subarray(0, mostOfReport), {
    attachmentEncoding: 'utf8',
    forceRfc822Attachments: true,
    maxNestingDepth: 8,
  }).catch(() => null)
  if (!mail) return null
  const part = (type: string) =>
    mail.attachments.flatMap(({ mimeType, content }) =>
      mimeType === type && typeof content === 'string' ? [content] : [],
    )
  const failed = part('message/delivery-status').flatMap(recipientsOf).find(isFinal)
  if (!failed) return null
  const heads = mail.headers.map(({ value }) => value)
  const sources = [...heads, ...part('text/rfc822-headers'), ...part('message/rfc822')]
  const found = new Set(
    sources.flatMap((one) => [...one.matchAll(tokens)].flatMap(([, token]) => token ?? [])),
  )
  return {
    tokens: [...found].slice(0, mostTokens),
    status: headLine(failed.get('status') ?? '', 20),
    said: headLine((failed.get('diagnostic-code') ?? '').replace(/^\w+;/, ''), 300),
  }
}

/** The fields of each recipient: groups of lines (RFC 3464, 2.1), folded as in heads of messages. */
function recipientsOf(status: string): Map<string, string>[] {
  const groups: Map<string, string>[] = [new Map()]
  let last = ''
  for (const line of status.split(/\r?\n/)) {
    const fields = groups.at(-1) ?? new Map<string, string>()
    if (line.trim() === '') {
      if (fields.size > 0) groups.push(new Map())
    } else if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`)
    else {
      const colon = line.indexOf(':')
      last = line.slice(0, colon).trim().toLowerCase()
      fields.set(last, line.slice(colon + 1).trim())
    }
  }
  return groups
}

/** Failed, and for good: a 4 in front of the status is a failure that may pass (RFC 3463, 2). */
const isFinal = (fields: Map<string, string>) =>
  fields.get('action')?.toLowerCase() === 'failed' && (fields.get('status') ?? '').startsWith('5.')
