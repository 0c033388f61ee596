import type { Child } from 'hono/jsx'
import { randomUUID } from 'node:crypto'
import { breath } from '#kernel/aside'
import { type Call, pageAnswer } from '#kernel/http'
import { inParts } from '#kernel/jsx'
import { authorityKey } from '#kernel/tenancy'
import { KeyContext } from '#kernel/ui'

/** Whether a page asks for the part of it alone that follows what others do (`LivePart`). */
export const asksPart = (c: Call): boolean => c.req.header('x-part') === 'live'

/** Answers with that part. It tells nothing of the last act: the page does, which comes as the answer to it. */
export async function part(c: Call, body: Child): Promise<Response> {
  const node = <KeyContext.Provider value={randomUUID()}>{body}</KeyContext.Provider>
  return pageAnswer(c, await inParts(node, breath(authorityKey())))
}
