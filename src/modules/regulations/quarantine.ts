import { z } from 'zod'
import { db } from '#kernel/db'
import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import type { Infected } from '#commons/annexes'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { postingKind } from './fields.ts'
import { publishing } from './workflow.ts'
import './tables.ts'

const found = event(`${postingKind}.hold_back`)
const About = z.object({ title: z.string() })

/** What those who publish are told. */
export const heldBackWords: NoticeWords = {
  type: found,
  title: 'regulations.posting.name',
  words: (about) => t('regulations.notice.held_back', About.parse(about)),
}

/** A public file in which a virus is found is given to nobody from then on, and those who publish are told: the words of the text stay. */
export async function holdBack({ hash, title }: Infected): Promise<void> {
  const held = await db()
    .updateTable('regulations.proof')
    .set({ held_back_at: Temporal.Now.instant() })
    .where('held_back_at', 'is', null)
    .where('hash', 'in', (query) =>
      query.selectFrom('regulations.proof_file').select('hash').where('file', '=', hash),
    )
    .returning('posting_id')
    .execute()
  const principals = publishing.map(({ principal }) => principal)
  for (const dossierId of new Set(held.map(({ posting_id }) => posting_id)))
    await tellPeople(found, { principals }, { dossierId }, { title })
}
