import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { event } from '#kernel/events'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'
import { administrator } from '#commons/directory'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { forgetTokens } from './token.ts'

const ends = event('programs.key.end', { toDossier: false })

const About = z.object({ name: z.string(), key: z.string(), day: z.string() })

/** How it is said that a key ends soon. */
export const endWords: NoticeWords = {
  type: ends,
  title: 'programs.title',
  words: (about) => {
    const { name, key, day } = About.parse(about)
    return t('programs.key_ends', {
      name,
      key,
      day: formatDate(Temporal.PlainDate.from(day), 'long'),
    })
  },
}

/** In days: how long before a key ends those who can make another are told. */
const before = 30

/** Each morning: administrators, and who heads the service that answers for it, are told of keys that end soon, once. */
export const warn: Timer = {
  at: '40 3 * * *',
  task: task('programs.warn', z.object({}), async () => {
    await forgetTokens()
    const { rows } = await sql<{
      id: string
      program_id: string
      service_id: string
      name: string
      tail: string
      expires_at: Temporal.Instant
    }>`update commons.program_key k set warned_at = now() from commons.program p
      where p.id = k.program_id and k.warned_at is null and k.revoked_at is null and p.suspended_at is null
        and k.expires_at between now() and now() + make_interval(days => ${before})
      returning k.id, k.program_id, k.tail, k.expires_at, p.name, p.service_id`.execute(db())
    for (const { program_id, service_id, name, tail, expires_at } of rows) {
      const day = expires_at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
      const principals = [administrator.principal, `service:${service_id}:head`]
      const href = `/programs/${program_id}`
      await tellPeople(ends, { principals }, { href }, { name, key: tail, day })
    }
  }),
}
