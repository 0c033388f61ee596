import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { today } from '#commons/clock'
import { pathOf } from '#commons/dossiers'
import { erasedOnRequest } from '#commons/holdings'
import { kindName } from '#commons/workflow'
import { keptRow, tried } from './going.ts'
import { ruled } from './propose.ts'
import { tracesInWords, tracesOf } from './traces.ts'
import './tables.ts'

/** What is held of whom erasure is asked, what goes of it, and why it stays where it does. */
export interface Erasable {
  id: string
  kind: string
  /** Of what kind it is, in words. */
  what: string
  title: string
  path: string
  goes: string
  kept: string | null
}

/**
 * What becomes of what is held by these ids, of dossiers and of persons: each is tried, and left as it was. Dossiers that
 * are kept without end are none of it.
 */
export async function erasable(ids: readonly string[]): Promise<Erasable[]> {
  const rules = new Map(ruled().map((rule) => [rule.kind, rule]))
  const { rows } = await sql<{ id: string; kind: string; title: string; held: string | null }>`
    select d.id, d.kind, d.title, h.reason as held from commons.dossier d
      left join commons.legal_hold h on h.dossier_id = d.id and h.lifted_at is null
    where d.id = any(${[...ids]}::uuid[]) and d.kind = any(${[...rules.keys()]}::text[])
    order by d.title, d.id`.execute(db())
  const found: Erasable[] = []
  for (const { held, ...one } of rows) {
    const rule = rules.get(one.kind)
    if (!rule) continue
    const said = {
      what: kindName(one.kind),
      path: pathOf(one.kind, one.id),
      goes: t('retention.goes_whole'),
    }
    found.push({ ...one, ...said, kept: await tried(rule, one, held) })
  }
  for (const of of erasedOnRequest.every())
    for (const { id, title } of await of.held(ids, false))
      found.push({
        ...{ id, kind: of.kind, what: t(of.called), title, path: of.path(id) },
        ...{ goes: await of.goes(id), kept: await keptRow(of, id) },
      })
  for (const one of found)
    if (one.kept === null) {
      const traces = tracesInWords(await tracesOf(one.kind, one.id))
      if (traces) one.goes = t('retention.goes_with', { goes: one.goes, traces })
    }
  return found
}

/**
 * Proposes what is held of somebody to be destroyed before its time, because a request decided so (GDPR art. 17); the
 * second act, with its certificate, is that of all others. Throws `Conflict` where nothing of it can go. Returns how much
 * is proposed.
 */
export async function proposeAsked(found: readonly Erasable[], requestId: string): Promise<number> {
  const going = found.filter(({ kept }) => kept === null)
  ensure(going.length > 0, Conflict, 'retention.nothing_goes')
  const rows = new Set(erasedOnRequest.every().map(({ kind }) => kind))
  const ofPersons = going.filter(({ kind }) => rows.has(kind))
  const dossiers = going.filter(({ kind }) => !rows.has(kind))
  await sql`
    insert into commons.elimination (dossier_id, ended_on, over_on, asked_by)
    select unnest(${dossiers.map(({ id }) => id)}::uuid[]), ${today()}, ${today()}, ${requestId}::uuid
    on conflict (tenant_id, dossier_id) do update set asked_by = excluded.asked_by`.execute(db())
  await sql`
    insert into commons.erasure (kind, subject_id, asked_by, proposed_on)
    select unnest(${ofPersons.map(({ kind }) => kind)}::text[]), unnest(${ofPersons.map(({ id }) => id)}::uuid[]),
      ${requestId}::uuid, ${today()}
    on conflict (tenant_id, kind, subject_id) do update set asked_by = excluded.asked_by`.execute(
    db(),
  )
  return going.length
}

/** What is proposed because of a request, and not destroyed yet. */
export async function askedBy(requestId: string): Promise<{ id: string; kind: string }[]> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select d.id, d.kind from commons.elimination x join commons.dossier d on d.id = x.dossier_id
      where x.asked_by = ${requestId}
    union all select subject_id, kind from commons.erasure where asked_by = ${requestId}
    order by id`.execute(db())
  return rows
}

/** A request that was refused proposes nothing any more. */
export async function withdrawAsked(requestId: string): Promise<void> {
  await sql`delete from commons.elimination where asked_by = ${requestId}`.execute(db())
  await sql`delete from commons.erasure where asked_by = ${requestId}`.execute(db())
}
