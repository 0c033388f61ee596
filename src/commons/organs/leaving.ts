import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import { todayHere } from '#commons/directory'
import { type Leaving, periodInWords } from '#commons/people'
import './tables.ts'

/** Who leaves sits in no organ from that day on: a seat that would have begun later is taken away as if it had never been. */
export const seatsEnd: Leaving = {
  label: 'organs.seats',
  async count(personId) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from commons.seat
      where person_id = ${personId} and (valid_to is null or valid_to > ${todayHere()}::date)`.execute(
      db(),
    )
    return rows[0]?.count ?? 0
  },
  async told(personId) {
    const seats = await db()
      .selectFrom('commons.seat as s')
      .innerJoin('commons.organ as o', (join) =>
        join.onRef('o.tenant_id', '=', 's.tenant_id').onRef('o.id', '=', 's.organ_id'),
      )
      .select(['o.name', 's.title', 's.part', 's.valid_from', 's.valid_to'])
      .where('s.person_id', '=', personId)
      .orderBy('s.valid_to', (by) => by.desc().nullsFirst())
      .orderBy('s.valid_from', 'desc')
      .execute()
    return seats.map(({ name, title, part, ...days }) => ({
      title: [name, title, t(`organs.part.${part}`)].filter(Boolean).join(' – '),
      why: periodInWords(days),
    }))
  },
  async end(personId, gone) {
    await db()
      .deleteFrom('commons.seat')
      .where('person_id', '=', personId)
      .where('valid_from', '>=', gone)
      .execute()
    await db()
      .updateTable('commons.seat')
      .set({ valid_to: gone })
      .where('person_id', '=', personId)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', gone)]))
      .execute()
  },
}
