import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { Problem } from '#kernel/errors'
import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { Reason, reasonFor, reasonInWords } from '#kernel/jobs'
import { administrator } from '#commons/directory'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { secretariat } from '#modules/deliberations'
import { titleOf } from './setting.ts'

const fails = event('pulls.source.fail', { toDossier: false })

const About = z.object({ title: z.string(), reason: Reason })

/** How it is said that a source is not fetched as it should. */
export const failing: NoticeWords = {
  type: fails,
  title: 'pulls.title',
  words: (about) => {
    const { title, reason } = About.parse(about)
    return t('pulls.notice.failing', { title, why: reasonInWords(reason) })
  },
}

/** What the other software or the way to it did wrong, in a sentence; what is a fault of ours is thrown on. */
export function reasonOf(failure: unknown): Reason {
  if (failure instanceof Problem) return reasonFor(failure)
  throw failure
}

/**
 * Notes that a source was not fetched by itself as it should, and tells those who keep sources once, until it goes well again: it is
 * tried again at its next time.
 */
export async function noteFailing(sourceId: string, reason: Reason): Promise<void> {
  const before = await db()
    .selectFrom('pulls.setting')
    .select('last_failure')
    .where('id', '=', sourceId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return
  await db()
    .updateTable('pulls.setting')
    .set({ last_failure: sql`${JSON.stringify(reason)}::jsonb` })
    .where('id', '=', sourceId)
    .execute()
  if (before.last_failure?.key === reason.key) return
  const principals = [administrator.principal, secretariat.principal]
  const about = { title: await titleOf(sourceId), reason }
  await tellPeople(fails, { principals }, { href: `/pulls/${sourceId}` }, about)
}
