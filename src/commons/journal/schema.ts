import { z } from 'zod'
import { optionalDay, optionalId, optionalLine } from '#kernel/http'
import { auditedActions } from '#kernel/audit'

/** What the log is narrowed to. */
export const Asked = z.object({
  who: optionalLine(120),
  action: z.union([z.enum([...auditedActions, 'forgotten']), z.literal('')]).default(''),
  on: optionalLine(200),
  address: optionalLine(60),
  person: optionalId(),
  from: optionalDay().default(null),
  to: optionalDay().default(null),
})
export type Asked = z.output<typeof Asked>
