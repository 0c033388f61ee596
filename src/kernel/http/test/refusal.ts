import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { validated } from '../index.ts'

/** What a person is told of an answer. */
export function refusal(schema: z.ZodType, given: unknown): string {
  try {
    validated(z.object({ it: schema }), { it: given })
    return ''
  } catch (failure) {
    return failure instanceof Invalid ? (failure.fields['it'] ?? []).join(' ') : 'no sentence'
  }
}
