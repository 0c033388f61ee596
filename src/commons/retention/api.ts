import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { nameOf, retentions } from './retention.ts'

export const api = new ApiRoutes('/retention')

const Kept = z.object({
  what: z.string(),
  kind: z.string().nullable(),
  period: z.string().nullable().describe('As ISO 8601; null: without end'),
  because: z.string(),
  verified: z.boolean(),
  personal: z.array(z.string()).describe('What is said of persons in it'),
})

api.on(
  'get',
  '',
  permission('retention.read'),
  { summary: 'What the authority holds, how long, and why', answer: z.array(Kept) },
  async () =>
    retentions.all().map((one) => ({
      what: nameOf(one),
      kind: 'kind' in one.of ? one.of.kind : null,
      period: one.keep === 'always' ? null : one.keep.period,
      because: t(one.because),
      verified: one.verified,
      personal: (one.personal ?? []).map((label) => t(label)),
    })),
)
