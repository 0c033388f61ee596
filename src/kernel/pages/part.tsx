import type { Child } from 'hono/jsx'
import { randomUUID } from 'node:crypto'
import { type Call, pageAnswer } from '#kernel/http'
import { KeyContext } from '#kernel/ui'

/** Whether a page asks for the part of it alone that follows what others do (`LivePart`). */
export const asksPart = (c: Call): boolean => c.req.header('x-part') === 'live'

/** Answers with that part. It tells nothing of the last act: the page does, which comes as the answer to it. */
export async function part(c: Call, body: Child): Promise<Response> {
  const html = await (<KeyContext.Provider value={randomUUID()}>{body}</KeyContext.Provider>)
  return pageAnswer(c, String(html))
}
