import { type Generated, sql } from 'kysely'
import { z } from 'zod'
import { type Database, db } from '#kernel/db'

interface UsedTable {
  tenant_id: Generated<string>
  files: Generated<bigint>
  people: Generated<bigint>
  mails: Generated<bigint>
  mails_on: Generated<Temporal.PlainDate>
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.used': UsedTable
  }
}

/** Of what an authority may use so much (quotas). */
export const quotaNames = ['requests', 'files', 'jobs', 'mails', 'people'] as const
export type QuotaName = (typeof quotaNames)[number]

/** The most of each: requests a minute in a process, bytes of files, jobs that wait, mails a day, people. Null: without end. */
export const Quotas = z.partialRecord(z.enum(quotaNames), z.int().min(0).nullable())
export type Quotas = z.output<typeof Quotas>

/** How much of something is used, and how much may be. */
export interface Use {
  name: QuotaName
  used: number
  most: number | null
}

/** In per cent: from here on people are told. */
export const nearly = 80

/** How full it is, in per cent; null without end. */
export const shareOf = ({ used, most }: Use): number | null =>
  most === null ? null : most === 0 ? 100 : Math.floor((used * 100) / most)

/** Says what holds for authorities of which nothing else is said, as the owner; done once, at the start. */
export async function useQuotas({ owner }: Database, usual: Quotas): Promise<void> {
  await owner.query('update kernel.house set quotas = $1 where quotas is distinct from $1', [
    JSON.stringify(Quotas.parse(usual)),
  ])
}

/** Changes the quotas of one authority, as the owner; what is not named stays, `usual` goes back. */
export async function setQuotas(
  { owner }: Database,
  { id }: { id: string },
  changed: Quotas,
  usual: readonly QuotaName[] = [],
): Promise<void> {
  await owner.query('update kernel.tenant set quotas = (quotas || $2) - $3::text[] where id = $1', [
    id,
    JSON.stringify(Quotas.parse(changed)),
    usual,
  ])
}

const windows = new Map<string, { minute: number; count: number }>()
const minuteNow = () => Math.floor(Date.now() / 60_000)

/** Counts a request of an authority in this process; whether it is within what it may ask in a minute. */
export function countAsked(authority: string, most: number | null): boolean {
  const minute = minuteNow()
  const known = windows.get(authority)
  const window = known?.minute === minute ? known : { minute, count: 0 }
  windows.set(authority, window)
  window.count += 1
  return most === null || window.count <= most
}

/** How often it asked in this minute, of this process. */
const askedThisMinute = (authority: string): number => {
  const known = windows.get(authority)
  return known?.minute === minuteNow() ? known.count : 0
}

interface UsedRow {
  id: string
  files: string
  people: string
  mails: string
  jobs: string
}
const limits = sql.raw('h.quotas || t.quotas')

const useOf = (row: UsedRow, quotas: Quotas): Use[] => {
  const used: Record<QuotaName, number> = {
    requests: askedThisMinute(row.id),
    files: Number(row.files),
    jobs: Number(row.jobs),
    mails: Number(row.mails),
    people: Number(row.people),
  }
  return quotaNames.map((name) => ({ name, used: used[name], most: quotas[name] ?? null }))
}

/** What the authority of the open transaction uses. */
export async function ownUse(): Promise<Use[]> {
  const { rows } = await sql<UsedRow & { quotas: unknown }>`
    select t.id, ${limits} as quotas, coalesce(u.files, 0) as files, coalesce(u.people, 0) as people,
      case when u.mails_on = current_date then u.mails else 0 end as mails, kernel.jobs_waiting() as jobs
    from kernel.tenant t cross join kernel.house h left join kernel.used u on u.tenant_id = t.id
    where t.id = kernel.tenant_id()`.execute(db())
  const [row] = rows
  return row ? useOf(row, Quotas.parse(row.quotas)) : []
}

/** What each authority uses, by its slug, for who runs the house. */
export async function useOfAll({
  queue,
}: Database): Promise<{ slug: string; name: string; uses: Use[] }[]> {
  const { rows } = await queue.query<UsedRow & { slug: string; name: string; quotas: unknown }>(
    `select t.slug, t.name, h.quotas || t.quotas as quotas, u.*
     from kernel.used_of_all() u join kernel.tenant t on t.id = u.id cross join kernel.house h`,
  )
  return rows.map((row) => ({
    ...{ slug: row.slug, name: row.name },
    uses: useOf(row, Quotas.parse(row.quotas)),
  }))
}
