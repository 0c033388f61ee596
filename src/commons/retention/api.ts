import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { retentions } from '#commons/holdings'
import { nameOf } from './retention.ts'

export const api = new ApiRoutes('/retention')

const Kept = z.object({
  what: z.string(),
  kind: z.string().nullable(),
  period: z.string().nullable().describe('As ISO 8601; null: without end, or with its dossier'),
  with_dossier: z.boolean().describe('As long as the dossier of which it is'),
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
      period: typeof one.keep === 'object' ? one.keep.period : null,
      with_dossier: one.keep === 'with_dossier',
      because: t(one.because),
      verified: one.verified,
      personal: (one.personal ?? []).map((label) => t(label)),
    })),
)
