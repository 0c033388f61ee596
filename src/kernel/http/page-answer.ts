import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const encoded = new WeakMap<Response, Buffer>()

/** What an answer holds, where it is a page that was made here and that nobody has read. */
export const bytesOf = (answer: Response): Buffer | undefined => encoded.get(answer)

/** Answers with a page. It is written as bytes once: a long text is else walked over to be measured, and again to be sent. */
export function pageAnswer(c: Context, html: string, status: ContentfulStatusCode = 200): Response {
  const bytes = Buffer.from(html)
  const answer = c.body(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), status, {
    'content-type': 'text/html; charset=UTF-8',
  })
  encoded.set(answer, bytes)
  return answer
}

/** A page that was made for somebody, to be answered to others too. */
export interface MadePage {
  bytes: Buffer
  headers: readonly [string, string][]
}

/** What is needed to answer others with it; undefined where it is no page. */
export function madePage(answer: Response): MadePage | undefined {
  const bytes = answer.status === 200 ? bytesOf(answer) : undefined
  return bytes && { bytes, headers: [...answer.headers] }
}

/** Answers with a page that was made for somebody else. */
export function answerAgain({ bytes, headers }: MadePage): Response {
  const answer = new Response(new Uint8Array(bytes), { headers: [...headers] })
  encoded.set(answer, bytes)
  return answer
}
