import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, Invalid } from '#kernel/errors'
import { today } from '#commons/clock'
import { around, written } from './pattern.ts'
import { type Counter, type Rule, type Series } from './series.ts'
import './tables.ts'

/** A number that was given, for good. */
export interface Given {
  readonly number: number
  /** As the pattern of that moment writes it. */
  readonly reference: string
}

/** For what a number is taken. */
export interface Taking extends Pick<Counter, 'scope' | 'words'> {
  /** The day that the reference tells; its year is that of the counter. */
  readonly day: Temporal.PlainDate
}

/** The year of the counter from which a day takes its number; 0 where it never begins again. */
const yearOf = ({ restarts }: Rule, day: Temporal.PlainDate) => (restarts === 'year' ? day.year : 0)

/** The greatest number that was given, of the year or of all. */
const greatest = ({ name }: Series, scope: string, year: number) => sql<number>`(
  select coalesce(max(number), 0) from commons.series_number
  where series = ${name} and scope = ${scope} ${year ? sql`and year = ${year}` : sql``})`

/**
 * Takes the next numbers of a counter, whose row stays locked to the end of the transaction: two at once never get the
 * same, and one that is rolled back leaves no hole. Throws `Conflict` where a reference was given already, as a pattern
 * that was changed in between may write it. One statement.
 */
export async function takeMany(
  of: Series,
  rule: Rule,
  { scope, words, day }: Taking,
  count: number,
): Promise<Given[]> {
  const year = yearOf(rule, day)
  const said = { day, words }
  const reference = sql.join(
    around(rule.pattern, said).map((one) =>
      typeof one === 'string'
        ? sql`${one}::text`
        : sql`lpad(n::text, greatest(${one.figures}::int, length(n::text)), '0')`,
    ),
    sql` || `,
  )
  const { rows } = await sql<{ last: number; number: number | null }>`
    with counter as (
      insert into commons.series_counter as c (series, scope, year, last)
      values (${of.name}, ${scope}, ${year}, ${greatest(of, scope, year)} + ${count})
      on conflict (tenant_id, series, scope, year)
        do update set last = greatest(c.last + ${count}, excluded.last)
      returning last),
    given as (
      insert into commons.series_number (series, scope, year, number, reference)
      select ${of.name}, ${scope}, ${day.year}, n, ${reference}
      from counter, generate_series(last - ${count}::int + 1, last) n
      on conflict do nothing returning number)
    select last, number from counter left join given on true`.execute(db())
  const last = rows[0]?.last ?? 0
  const kept = new Set(rows.map(({ number }) => number))
  const given = Array.from({ length: count }, (_, at) => {
    const number = last - count + 1 + at
    return { number, reference: written(rule.pattern, { number, ...said }) }
  })
  const lost = given.find(({ number }) => !kept.has(number))
  if (lost) throw new Conflict('numbering.taken', { reference: lost.reference })
  return given
}

/** The number that a counter would give today, as it would be written; whether that was given already. */
export async function nextOf(
  of: Series,
  rule: Rule,
  { scope, words }: Counter,
): Promise<Given & { isGiven: boolean }> {
  const day = today()
  const number = (await lastOf(of, rule, scope)) + 1
  const reference = written(rule.pattern, { number, day, words })
  const found = await db()
    .selectFrom('commons.series_number')
    .select('number')
    .where('series', '=', of.name)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return { number, reference, isGiven: found !== undefined }
}

async function lastOf(of: Series, rule: Rule, scope: string): Promise<number> {
  const year = yearOf(rule, today())
  const { rows } = await sql<{ last: number }>`
    select greatest(${greatest(of, scope, year)}, (
      select max(last) from commons.series_counter
      where series = ${of.name} and scope = ${scope} and year = ${year})) as last`.execute(db())
  return rows[0]?.last ?? 0
}

/**
 * Sets the number that a counter gives next, as one who moves in from elsewhere needs it. Throws `Invalid` at its field
 * where that would give a number again.
 */
export async function startAt(
  of: Series,
  rule: Rule,
  { scope }: Counter,
  next: number,
): Promise<void> {
  const year = yearOf(rule, today())
  const last = await lastOf(of, rule, scope)
  if (next === last + 1) return
  const { rows } = await sql`
    insert into commons.series_counter as c (series, scope, year, last)
    values (${of.name}, ${scope}, ${year}, ${next - 1})
    on conflict (tenant_id, series, scope, year) do update set last = excluded.last
    where ${next - 1} >= ${greatest(of, scope, year)} returning last`.execute(db())
  const used = await db()
    .selectNoFrom(greatest(of, scope, year).as('last'))
    .executeTakeFirst()
  if (rows.length === 0 || next <= (used?.last ?? 0))
    throw Invalid.field(`next.${scope}`, 'numbering.wrong.next', { last: used?.last ?? 0 })
}
