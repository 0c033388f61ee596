import { sql } from 'kysely'
import { db, type Latest, latest } from '#kernel/db'
import { formatDate, knownMessage, t } from '#kernel/i18n'

/** What was done about a person or a service. */
export interface Deed {
  id: string
  type: string
  actor_name: string
  at: Temporal.Instant
  data: Record<string, unknown>
}

/** What was done about one of these, the last first. */
export function deedsOf(subjectId: string, most: number | null): Promise<Latest<Deed>> {
  return latest(
    db()
      .selectFrom('kernel.event')
      .select(['id', 'type', 'actor_name', 'at', 'data'])
      .where('subject_id', '=', subjectId)
      .where(sql<boolean>`split_part(type, '.', 1) = 'people'`)
      .orderBy('id', 'desc'),
    most,
  )
}

/** A deed in words. */
export function deedInWords({ type, data }: Deed): string {
  const [, thing = '', verb = ''] = type.split('.')
  const key = knownMessage(`people.did.${thing}.${verb}`)
  const day = typeof data['day'] === 'string' ? Temporal.PlainDate.from(data['day']) : null
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
  return key
    ? t(key, {
        name: text('name'),
        before: text('before'),
        day: day ? formatDate(day, 'short') : 'none',
      })
    : verb
}
