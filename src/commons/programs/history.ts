import { sql } from 'kysely'
import { db, type Latest, latest } from '#kernel/db'
import { knownMessage, t } from '#kernel/i18n'

/** Something that was done about a program, or by it. */
export interface ProgramDeed {
  id: string
  type: string
  actor_name: string
  at: Temporal.Instant
  data: Record<string, unknown>
}

/** What was done about a program, the last first. */
export const deedsOf = (programId: string, most: number | null): Promise<Latest<ProgramDeed>> =>
  latest(
    db()
      .selectFrom('kernel.event')
      .select(['id', 'type', 'actor_name', 'at', 'data'])
      .where('subject_id', '=', programId)
      .where(sql<boolean>`split_part(type, '.', 1) = 'programs'`)
      .orderBy('id', 'desc'),
    most,
  )

/** A deed in words. */
export function deedInWords({ type, data }: ProgramDeed): string {
  const [, thing = '', verb = ''] = type.split('.')
  const key = knownMessage(`programs.did.${thing}.${verb}`)
  const tail = typeof data['key'] === 'string' ? data['key'] : ''
  const changed = Array.isArray(data['changed']) ? data['changed'].map(fieldInWords) : []
  return key ? t(key, { key: tail, changed: changed.join(', ') || '—' }) : verb
}

function fieldInWords(name: unknown): string {
  const key = knownMessage(`programs.field.${String(name)}`)
  return key ? t(key).toLocaleLowerCase() : String(name)
}
