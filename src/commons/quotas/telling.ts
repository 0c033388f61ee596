import { z } from 'zod'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { nearly, ownUse, quotaNames, shareOf } from '#kernel/quotas'
import { administrator } from '#commons/directory'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { labelOf } from './words.ts'

const near = event('quotas.use.near')
const About = z.object({ quota: z.enum(quotaNames), full: z.boolean() })

/** Each hour: the administrators are told of what is nearly or wholly used, once a week for each. */
export async function tellOfUse(): Promise<void> {
  for (const use of await ownUse()) {
    const share = shareOf(use)
    // Requests come back each minute: who is refused is told there.
    if (share === null || share < nearly || use.name === 'requests') continue
    const about = { quota: use.name, full: share >= 100 }
    if (await wasTold(about)) continue
    await tellPeople(near, { principals: [administrator.principal] }, { href: '/use' }, about)
  }
}

async function wasTold(about: z.output<typeof About>): Promise<boolean> {
  const { rows } = await sql`
    select from commons.notice where type = ${near} and about = ${JSON.stringify(about)}::jsonb
      and at > now() - interval '7 days' limit 1`.execute(db())
  return rows.length > 0
}

/** How it is said to them. */
export const nearWords: NoticeWords = {
  type: near,
  title: 'quotas.title',
  words: (about) => {
    const { quota, full } = About.parse(about)
    return t(full ? 'quotas.is_full' : 'quotas.is_near', { what: t(labelOf[quota]) })
  },
}
