import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import { tradeTitleOf } from '#kernel/module'
import { ofCitizens } from '#commons/citizens'
import { namingOf } from '#commons/directory'
import { namesParties } from '#commons/parties'
import { kindName, stateName } from '#commons/workflow'
import { type Activity, activitiesOf } from './register.ts'

/** Whose data are gathered: who has an account, and what the address book knows of them. */
export interface Subject {
  readonly personId: string | null
  /** Who has a space of their own. */
  readonly citizenId: string | null
  readonly partyIds: readonly string[]
}

/** What is held of somebody, under one heading: of which trade it is, for what it is held, and by whom. GDPR art. 15 § 1. */
export interface Chapter {
  /** The trade in words; what all share stands first. */
  trade: string
  heading: string
  why: Activity[]
  rows: Record<string, unknown>[]
}

/** So many rows of one thing are told; past that, that there are more is told. */
const most = 20_000

type Row = Record<string, unknown>
const rowsOf = async (query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(db())).rows

/**
 * All that the house holds of somebody, over all trades, as far as it can be found by who they are: what all trades share,
 * then trade by trade. GDPR art. 15.
 */
export async function gather({ personId, citizenId, partyIds }: Subject): Promise<Chapter[]> {
  const parties = [...partyIds]
  const chapters: Chapter[] = []
  const add = (heading: string, of: string, rows: Row[], trade = t('privacy.file.shared')) => {
    const told = rows.length < most ? rows : [...rows, { what: t('privacy.cut', { most }) }]
    if (rows.length > 0) chapters.push({ trade, heading, why: activitiesOf([of]), rows: told })
  }
  /** Dossiers stand under their kind, below its trade. */
  const addDossiers = (heading: string, rows: Row[]) => {
    for (const [kind, own] of Map.groupBy(rows, ({ kind: one }) => String(one))) {
      const title = tradeTitleOf(kind.split('.')[0] ?? '')
      const called = t('privacy.of', { what: heading, list: kindName(kind) })
      add(called, kind, own.map(inWords), title && t(title))
    }
  }
  if (personId) {
    add(t('privacy.held.person'), 'directory.held', await rowsOf(personRow(personId)))
    add(t('privacy.held.offices'), 'directory.held', await rowsOf(officeRows(personId)))
    add(t('privacy.held.notices'), 'notifications.title', await rowsOf(noticeRows(personId)))
    add(
      t('privacy.held.named'),
      'dossiers.held',
      (await namingOf(personId, nobody)).flatMap(({ label, count }) =>
        count > 0 ? [{ what: t(label), count }] : [],
      ),
    )
  }
  for (const account of new Set([personId, citizenId])) {
    if (!account) continue
    add(t('privacy.held.citizen'), 'citizens.held', await rowsOf(citizenRows(account)))
    add(t('privacy.held.sessions'), 'directory.held', await rowsOf(sessionRows(account)))
    const deeds = (await rowsOf(deedRows(account))).map(inWords)
    add(t('privacy.held.deeds'), 'dossiers.held', deeds)
    add(t('privacy.held.own_log'), 'directory.held.audit', await rowsOf(ownLog(account)))
  }
  if (parties.length > 0)
    add(t('privacy.held.party'), 'parties.party', await rowsOf(partyRows(parties)))
  const ids = [...parties, personId, citizenId].flatMap((one) => one ?? [])
  add(t('privacy.held.letters'), 'outbox.title', await rowsOf(letterRows(ids)))
  add(t('privacy.held.restrictions'), 'privacy.request', await rowsOf(restrictionRows(ids)))
  add(t('privacy.held.seen'), 'directory.held.audit', await rowsOf(seenRows(ids)))
  if (citizenId)
    for (const { table, column } of ofCitizens.every())
      addDossiers(t('privacy.held.asked'), await rowsOf(ownRows(table, column, citizenId)))
  if (parties.length > 0)
    for (const { table, column } of namesParties.every())
      addDossiers(t('privacy.held.dossiers'), await rowsOf(namingRows(table, column, parties)))
  return byTrade(chapters)
}

/** Those of one trade stand together, in the order in which trades come first. */
const byTrade = (chapters: readonly Chapter[]): Chapter[] =>
  [...Map.groupBy(chapters, ({ trade }) => trade).values()].flat()

const nobody = '00000000-0000-0000-0000-000000000000'

/** A kind and a state as people read them. */
function inWords({ kind, state, ...rest }: Row): Row {
  if (typeof kind !== 'string') return rest
  const words = { kind: kindName(kind) }
  return { ...rest, ...words, ...(typeof state === 'string' && { state: stateName(kind, state) }) }
}

/** The letters to an address of theirs; of what lets somebody in no words are kept. Others may share the address, and are greeted. */
const letterRows = (ids: readonly string[]) => sql<Row>`
  with theirs as (
    select lower(email) as email, last_name from commons.person where id = any(${[...ids]}::uuid[])
    union select lower(email), last_name from commons.citizen where id = any(${[...ids]}::uuid[])
    union select lower(p.email), d.title from commons.party p join commons.dossier d using (tenant_id, id)
      where id = any(${[...ids]}::uuid[]))
  select m.at, m.to_address as email, case when m.secret then '' else m.subject end as title,
    case when m.secret then '' else m.body end as text
  from kernel.mail m where m.to_address <> '' and exists (select from theirs where email = lower(m.to_address)
    and (m.to_name = '' or position(lower(last_name) in lower(m.to_name)) > 0))
  order by m.id desc limit ${most}`

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
