import { z } from 'zod'
import type { Call } from './routes.ts'

interface Declared {
  answer?: z.ZodType | undefined
  status?: 200 | 201 | 202
}

/** What a call answers: a list as one object that holds it, as those are that come a page at a time. */
export const answerOf = ({ answer }: Declared): z.ZodType | undefined =>
  answer instanceof z.ZodArray ? z.object({ items: answer }) : answer

/** The answer of a call, of what its act gave. */
export function told(c: Call, declared: Declared, result: unknown): Response {
  if (result instanceof Response) return result
  const answer = answerOf(declared)
  if (!answer) return c.body(null, 204)
  const given = answer === declared.answer ? result : { items: result }
  return c.json(answer.parse(given), declared.status ?? 200)
}
