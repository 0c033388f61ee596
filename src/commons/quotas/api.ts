import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { ownUse, quotaNames } from '#kernel/quotas'

export const api = new ApiRoutes('/use')

api.on(
  'get',
  '',
  permission('quotas.read'),
  {
    summary: 'How much the authority uses of what it may',
    answer: z.object({
      uses: z.array(
        z.object({
          name: z.enum(quotaNames),
          used: z.number().describe('Files in bytes; requests in this minute, of one process'),
          most: z.number().nullable().describe('Null: without end'),
        }),
      ),
    }),
  },
  async () => ({ uses: await ownUse() }),
)
