import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import { ofCitizens } from '#commons/citizens'
import { namingOf } from '#commons/directory'
import { processings } from '#commons/holdings'
import { namesParties } from '#commons/parties'
import { kindName, stateName } from '#commons/workflow'

/** Whose data are gathered: who has an account, and what the address book knows of them. */
export interface Subject {
  readonly personId: string | null
  /** Who has a space of their own. */
  readonly citizenId: string | null
  readonly partyIds: readonly string[]
}

/** What is held of somebody, under one heading. */
export interface Chapter {
  heading: string
  rows: Record<string, unknown>[]
}

/** So many rows of one thing are told; past that, that there are more is told. */
const most = 20_000

type Row = Record<string, unknown>
const rowsOf = async (query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(db())).rows

/** All that the house holds of somebody, over all trades, as far as it can be found by who they are. GDPR art. 15. */
export async function gather({ personId, citizenId, partyIds }: Subject): Promise<Chapter[]> {
  const parties = [...partyIds]
  const chapters: Chapter[] = []
  const add = (heading: string, rows: Row[]) => {
    const told = rows.length < most ? rows : [...rows, { what: t('privacy.cut', { most }) }]
    if (rows.length > 0) chapters.push({ heading, rows: told })
  }
  if (personId) {
    add(t('privacy.held.person'), await rowsOf(personRow(personId)))
    add(t('privacy.held.offices'), await rowsOf(officeRows(personId)))
    add(t('privacy.held.notices'), await rowsOf(noticeRows(personId)))
    add(
      t('privacy.held.named'),
      (await namingOf(personId, nobody)).flatMap(({ label, count }) =>
        count > 0 ? [{ what: t(label), count }] : [],
      ),
    )
  }
  for (const account of new Set([personId, citizenId])) {
    if (!account) continue
    add(t('privacy.held.citizen'), await rowsOf(citizenRows(account)))
    add(t('privacy.held.sessions'), await rowsOf(sessionRows(account)))
    add(t('privacy.held.deeds'), (await rowsOf(deedRows(account))).map(inWords))
    add(t('privacy.held.own_log'), await rowsOf(ownLog(account)))
  }
  if (citizenId)
    for (const { table, column } of ofCitizens.every())
      add(t('privacy.held.asked'), (await rowsOf(ownRows(table, column, citizenId))).map(inWords))
  if (parties.length > 0) {
    add(t('privacy.held.party'), await rowsOf(partyRows(parties)))
    for (const { table, column } of namesParties.every())
      add(
        t('privacy.held.dossiers'),
        (await rowsOf(namingRows(table, column, parties))).map(inWords),
      )
  }
  const ids = [...parties, personId, citizenId].flatMap((one) => one ?? [])
  add(t('privacy.held.restrictions'), await rowsOf(restrictionRows(ids)))
  add(t('privacy.held.seen'), await rowsOf(seenRows(ids)))
  return chapters
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** A kind and a state as people read them. */
function inWords({ kind, state, ...rest }: Row): Row {
  if (typeof kind !== 'string') return rest
  const words = { kind: kindName(kind) }
  return { ...rest, ...words, ...(typeof state === 'string' && { state: stateName(kind, state) }) }
}

const personRow = (id: string) => sql<Row>`
  select to_jsonb(p) - 'tenant_id' as person, a.login, a.disabled_at is not null as disabled
  from commons.person p left join kernel.account a on (a.tenant_id, a.id) = (p.tenant_id, p.id) where p.id = ${id}`

const citizenRows = (id: string) => sql<Row>`
  select to_jsonb(c) - 'tenant_id' - 'number_sealed' - 'number_index' as citizen, a.login,
    (select jsonb_agg(jsonb_build_object('title', n.title, 'at', n.at)) from commons.citizen_notice n
      where n.citizen_id = c.id) as notices
  from commons.citizen c join kernel.account a on (a.tenant_id, a.id) = (c.tenant_id, c.id) where c.id = ${id}`

const officeRows = (id: string) => sql<Row>`
  select 'role' as kind_of, role as what, valid_from, valid_to from commons.role_grant where person_id = ${id}
  union all select 'function', m.function, m.valid_from, m.valid_to from commons.membership m where m.person_id = ${id}
  union all select 'mandate', title, valid_from, valid_to from commons.mandate where person_id = ${id}`

const sessionRows = (id: string) => sql<Row>`
  select created_at, seen_at, expires_at, address, agent from kernel.session where account_id = ${id} limit ${most}`

const noticeRows = (id: string) => sql<Row>`
  select type, at, seen_at from commons.notice where person_id = ${id} order by id desc limit ${most}`

const deedRows = (id: string) => sql<Row>`
  select e.type as what, e.at, d.kind, d.reference, d.state from kernel.event e
  left join commons.dossier d on (d.tenant_id, d.id) = (e.tenant_id, e.subject_id)
  where e.actor_id = ${id} order by e.id desc limit ${most}`

/** Their own lines of the log: what they did, from where. */
const ownLog = (id: string) => sql<Row>`
  select at, action, address, subject from kernel.audit where actor_id = ${id} order by at desc limit ${most}`

/** Who saw what of them, without the names of those who did: art. 15 § 4, and C-579/21. */
const seenRows = (ids: readonly string[]) => sql<Row>`
  select at, action, seen_as_id is not null as as_them from kernel.audit
  where seen_as_id = any(${[...ids]}::uuid[]) or subject like any(${ids.map((id) => `%${id}%`)}::text[])
  order by at desc limit ${most}`

const restrictionRows = (ids: readonly string[]) => sql<Row>`
  select begun_at, lifted_at, lifted_because from commons.restriction
  where subject_id = any(${[...ids]}::uuid[]) order by id`

const partyRows = (ids: readonly string[]) => sql<Row>`
  select d.reference, d.title as name, d.created_at, d.changed_at,
    to_jsonb(p) - 'tenant_id' - 'number_sealed' - 'number_index' as party
  from commons.party p join commons.dossier d using (tenant_id, id) where p.id = any(${[...ids]}::uuid[])`

/** What somebody asked from their space, as its dossier says it; what is not of its form is none of theirs. */
const ownRows = (table: string, column: string, id: string) => sql<Row>`
  select d.kind, d.reference, d.title, d.state, d.created_at, d.changed_at
  from ${sql.table(table)} o join commons.dossier d using (tenant_id, id)
  where ${sql.ref(`o.${column}`)} = ${id} order by d.created_at limit ${most}`

const namingRows = (table: string, column: string, ids: readonly string[]) => sql<Row>`
  select d.kind, d.reference, d.state, d.created_at, d.changed_at
  from ${sql.table(table)} o join commons.dossier d using (tenant_id, id)
  where ${sql.ref(`o.${column}`)} && ${[...ids]}::uuid[] limit ${most}`

/** What is not in the file, and why. GDPR art. 15 § 4, 32. */
export const withheld = (): string[] => [
  t('privacy.withheld.names'),
  t('privacy.withheld.contents'),
  t('privacy.withheld.number'),
  t('privacy.withheld.secrets'),
]

/** For what, how long: what art. 15 § 1 asks to be told with it. */
export const purposes = () =>
  processings.all().map(({ title, purpose, law }) => ({
    title: t(title),
    purpose: t(purpose),
    law: t(law),
  }))
