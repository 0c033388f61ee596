import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import type { FieldErrors } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { seen } from '#commons/dossiers'
import type { Given, Weight } from '#commons/records'
import type { partyFields } from './fields.tsx'
import { enterpriseInWords } from '#kernel/identifiers'
import { inWords, type KnownParty, partiesBy, partyPath } from './known.tsx'
import { isPostalCode } from './postal-code.ts'

type GivenParty = Given<typeof partyFields>

/** So many are compared by one statement. */
const atOnce = 500

/**
 * What weighs on each of many new ones, as `ensureSingle` asks of one: a postal code that is none, a number that another
 * has, there or further up, a name like that of another at the same postal code.
 */
export async function weighParties(given: readonly GivenParty[]): Promise<Weight[]> {
  const taken = await numbersTaken(given)
  const alike = await alikeTo(given)
  const first = new Map<string, number>()
  return given.map((one, at) => {
    const wrong: FieldErrors = {}
    if (!isPostalCode(one)) wrong['postal_code'] = [t('parties.not_a_postal_code')]
    const number = one.nature === 'organisation' ? one.enterprise_number : null
    const twin = number && taken.get(number)
    if (twin) wrong['enterprise_number'] = [t('parties.number_taken', { name: inWords(twin) })]
    const before = number ? first.get(number) : undefined
    if (number && before !== undefined)
      wrong['enterprise_number'] = [
        t('parties.number_twice', { number: enterpriseInWords(number) }),
      ]
    else if (number) first.set(number, at)
    return { wrong, alike: one.is_another ? undefined : alike.get(at) }
  })
}

async function numbersTaken(given: readonly GivenParty[]): Promise<Map<string, KnownParty>> {
  const numbers = given.flatMap(({ enterprise_number: number }) => number ?? [])
  const { rows } = await sql<{ id: string }>`
    select id from commons.party where enterprise_number = any(${numbers}::text[])`.execute(db())
  const known = await partiesBy(rows.map(({ id }) => id))
  return new Map(known.map((one) => [one.enterprise_number ?? '', one]))
}

/**
 * Of each, the one that it looks like most, there or further up in the list, by the same measure as `similarTo`. Names are
 * taken apart into their trigrams, so that each is compared with those alone that share some.
 */
async function alikeTo(
  given: readonly GivenParty[],
): Promise<Map<number, NonNullable<Weight['alike']>>> {
  const names = given.map((one, at) => ({
    at,
    postal_code: one.postal_code,
    name: `${one.title} ${one.nature === 'person' ? one.first_name : ''}`.trim(),
  }))
  const found: { at: number; id: string | null; before: number | null }[] = []
  for (let from = 0; from < names.length; from += atOnce) {
    const { rows } = await sql<(typeof found)[number]>`
      with all_of as materialized (
        select n.at, n.postal_code, kernel.name_key(n.name) as key
        from jsonb_to_recordset(${asRows(names.slice(0, from + atOnce))}) as n (at int, postal_code text, name text)
      ), mine as materialized (
        select at, postal_code, key, kernel.show_trgm(key) as grams from all_of where at >= ${from}
      ), there as materialized (
        select d.id, null::int as before, p.postal_code, kernel.name_key(trim(d.title || ' ' || p.first_name)) as key
        from commons.party p join commons.dossier d using (tenant_id, id)
        where d.state <> 'merged' and p.postal_code in (select postal_code from mine) and ${seen()}
        union all
        select null, at, postal_code, key from all_of
      ), theirs as materialized (
        select row_number() over () as it, *, kernel.show_trgm(key) as grams from there
      ), shared as (
        select m.at, t.it, count(*) as both
        from (select at, postal_code, unnest(grams) as gram from mine) m
        join (select it, before, postal_code, unnest(grams) as gram from theirs) t using (postal_code, gram)
        where t.before is null or t.before < m.at
        group by m.at, t.it
      )
      select distinct on (m.at) m.at, t.id, t.before
      from shared s join mine m using (at) join theirs t using (it)
      where s.both >= 0.6 * (cardinality(m.grams) + cardinality(t.grams) - s.both)
      order by m.at, t.before nulls first, s.both desc, t.id`.execute(db())
    found.push(...rows)
  }
  const known = new Map(
    (await partiesBy(found.flatMap(({ id }) => id ?? []))).map((one) => [one.id, one]),
  )
  const alike = new Map<number, NonNullable<Weight['alike']>>()
  for (const { at, id, before } of found) {
    const one = id && known.get(id)
    if (one) alike.set(at, { words: inWords(one), id: one.id, href: partyPath(one.id) })
    else if (before !== null) alike.set(at, { before })
  }
  return alike
}
