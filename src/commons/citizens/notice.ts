import { originInLetters } from '#kernel/auth'
import { db, type Latest, latest } from '#kernel/db'
import { t } from '#kernel/i18n'
import { send } from '#kernel/mail'
import { tenant } from '#kernel/tenancy'
import { citizenOf } from './citizen.ts'
import './tables.ts'

/** What a citizen was told. */
export interface CitizenNotice {
  id: string
  title: string
  href: string
  at: Temporal.Instant
}

/**
 * Tells citizens something, in words, and where to read more: in their space, and by e-mail where they confirmed an
 * address. `href` is an address of the house that they may read; nothing of what they are told about stands in the letter.
 */
export async function tellCitizens(
  ids: readonly string[],
  { title, href }: { title: string; href: string },
): Promise<void> {
  for (const id of new Set(ids)) {
    const citizen = await citizenOf(id)
    if (!citizen) continue
    await db()
      .insertInto('commons.citizen_notice')
      .values({ citizen_id: id, title, href })
      .execute()
    if (!citizen.email) continue
    const name = `${citizen.first_name} ${citizen.last_name}`
    await send({
      to: { address: citizen.email, name },
      subject: t('citizens.letter.notice.subject', { authority: tenant().shortName }),
      text: t('citizens.letter.notice.text', {
        ...{ name, authority: tenant().name, href: `${await originInLetters()}/me` },
      }),
    })
  }
}

/** What a citizen was told, the last first; all where `most` is null. */
export const noticesOf = (id: string, most: number | null): Promise<Latest<CitizenNotice>> =>
  latest(
    db()
      .selectFrom('commons.citizen_notice')
      .select(['id', 'title', 'href', 'at'])
      .where('citizen_id', '=', id)
      .orderBy('id', 'desc'),
    most,
  )

/** Forgets what was told a year ago. */
export async function forgetNotices(): Promise<void> {
  await db()
    .deleteFrom('commons.citizen_notice')
    .where('at', '<', Temporal.Now.instant().subtract({ hours: 24 * 365 }))
    .execute()
}
