import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { type FieldErrors, Invalid } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import { folded, t } from '#kernel/i18n'
import { enqueue } from '#kernel/jobs'
import { agent } from '#commons/directory'
import { type Dossier, kind } from '#commons/dossiers'
import { type Given, type RecordKind, type Weight, wordsOf } from '#commons/records'
import { plainVerbNames, plainVerbs } from '#commons/registers'
import { type StreetColumns, streetFields } from './fields.ts'
import { streetPath } from './known.ts'
import { tellOfStreet } from './retelling.ts'
import { streetWorkflow } from './workflow.ts'

export type Street = Dossier<StreetColumns>
type GivenStreet = Given<typeof streetFields>

export const streets = kind<StreetColumns, (typeof plainVerbNames)[number]>({
  name: 'places.street',
  verbs: plainVerbNames,
  table: 'commons.street',
  path: streetPath,
  readers: () => [agent.principal],
  awaits: () => [],
  body: wordsOf(streetFields),
})

const plain = plainVerbs(streets, streetFields, streetWorkflow)

/** Enters a street. Throws `Invalid` where there is one of this name at the same postal code. */
async function writeStreet(given: GivenStreet, told: EventData = {}): Promise<Street> {
  await ensureSingle([given])
  const street = await plain.write(given, told)
  await keepNames([street.id])
  return street
}

/** Rewrites one. A name that it loses is one that it had; what names it is told of the new one. */
async function rewriteStreet(before: Street, given: Partial<GivenStreet>): Promise<Street> {
  const { title = before.title, former_names: former = before.former_names } = given
  const { postal_code = before.postal_code } = given
  const renamed = title !== before.title
  if (renamed || postal_code !== before.postal_code)
    await ensureSingle([{ title, postal_code }], before.id)
  const street = await plain.rewrite(before, {
    ...given,
    ...(renamed && { former_names: withName(former, before.title) }),
  })
  if (street.version === before.version) return street
  await keepNames([street.id])
  await enqueue(tellOfStreet, { id: street.id, after: null })
  return street
}

const withName = (former: string, name: string) =>
  former.split(';').some((one) => folded(one) === folded(name))
    ? former
    : [former, name].filter(Boolean).join(' ; ')

/** What a form, a list and the API ask of streets, and the verbs that they call. */
export const streetRecord: RecordKind<typeof streetFields, StreetColumns> = {
  ...{ kind: streets, fields: streetFields, mayEdit: plain.mayEdit, write: writeStreet },
  many: {
    like: writeStreet,
    weigh: weighStreets,
    write: async (all) => {
      await ensureSingle(all)
      await plain.many?.write(all)
      await keepNames()
    },
  },
  rewrite: rewriteStreet,
}

type Called = Pick<GivenStreet, 'title' | 'postal_code'>

/** Of each of these that another one is, there or before it in the list, what that is called. */
async function twinsOf(some: readonly Called[], of?: string): Promise<Map<number, string>> {
  const rows = some.map(({ title, postal_code }, at) => ({ at, title, postal_code }))
  const { rows: twins } = await sql<{ at: number; title: string }>`
    with w as materialized (
      select at, title, postal_code, commons.street_key(title) as key
      from jsonb_to_recordset(${asRows(rows)}) as w (at int, title text, postal_code text))
    select w.at, d.title from w
    join commons.street_name n on n.key = w.key
    join commons.street s on s.id = n.street_id and s.postal_code = w.postal_code
    join commons.dossier d on d.id = s.id and d.title = n.called and d.id is distinct from ${of ?? null}::uuid
    union all
    select w.at, b.title from w join w b on b.key = w.key and b.postal_code = w.postal_code and b.at < w.at`.execute(
    db(),
  )
  return new Map(twins.map(({ at, title }) => [at, title]))
}

/** Two who enter the same street at once go one after the other; the second is told. */
async function ensureSingle(some: readonly Called[], of?: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('streets' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  const [twin] = (await twinsOf(some, of)).values()
  if (twin !== undefined) throw Invalid.field('title', 'places.known_already', { name: twin })
}

async function weighStreets(given: readonly GivenStreet[]): Promise<Weight[]> {
  const twins = await twinsOf(given)
  return given.map((_, at): Weight => {
    const name = twins.get(at)
    const wrong: FieldErrors =
      name === undefined ? {} : { title: [t('places.known_already', { name })] }
    return { wrong }
  })
}

/** Keeps by which names streets are found: of these, or of all that have none yet. */
async function keepNames(ids?: readonly string[]): Promise<void> {
  if (ids)
    await sql`delete from commons.street_name where street_id = any(${[...ids]}::uuid[])`.execute(
      db(),
    )
  await sql`
    insert into commons.street_name (street_id, key, called)
    select s.id, commons.street_key(n.name), btrim(n.name)
    from commons.street s join commons.dossier d using (tenant_id, id)
    cross join lateral unnest(
      array[d.title, s.other_name] || string_to_array(s.former_names, ';')) with ordinality as n (name, at)
    where btrim(n.name) <> '' and ${
      ids
        ? sql`s.id = any(${[...ids]}::uuid[])`
        : sql`not exists (select from commons.street_name k where k.street_id = s.id)`
    }
    order by n.at
    on conflict do nothing`.execute(db())
}
