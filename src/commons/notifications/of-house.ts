import { sql } from 'kysely'
import { accountsBearing } from '#kernel/auth'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import type { EventType } from '#kernel/events'
import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'
import './tables.ts'

/** How something that the house tells is said, in the language of whoever reads. */
export interface NoticeWords {
  readonly type: EventType
  /** What it is of, where it is of no dossier that the person sees. */
  readonly title: MessageKey
  readonly words: (about: unknown) => string
}

/** What the house tells besides the deeds of people, filled by the folders. */
export const noticeWords = slot<NoticeWords>('notice-words')

/** The words of a type of event, where the house has any of its own. */
export const wordsOf = (type: string): NoticeWords | undefined =>
  noticeWords.all().find((one) => one.type === type)

/**
 * Tells those who bear one of the principals and can sign in, but not those of `besides`: of a dossier, or of
 * what is shown at `href`.
 */
export async function tellPeople(
  type: EventType,
  to: { principals: readonly string[]; besides?: readonly (string | null)[] },
  of: { dossierId: string } | { href: string },
  about: unknown,
): Promise<void> {
  const accounts = await accountsBearing(to.principals)
  const ids = accounts.map(({ id }) => id).filter((id) => !to.besides?.includes(id))
  if (ids.length === 0) return
  const place = { dossier_id: null, href: null, ...placeOf(of) }
  await db()
    .insertInto('commons.notice')
    .values(
      ids.map((person_id) => ({
        ...{ person_id, type, ...place, actor_name: actor().name },
        about: sql<unknown>`${JSON.stringify(about)}::jsonb`,
      })),
    )
    .execute()
}

const placeOf = (of: { dossierId: string } | { href: string }) =>
  'dossierId' in of ? { dossier_id: of.dossierId } : { href: of.href }
