import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { Language } from '#kernel/i18n'
import { itsLanguage, type LiesAt, ownFacts, ownHosts, tenant } from '#kernel/tenancy'
import './tables.ts'

/**
 * Has everybody know of this authority what its entries are and where it is read: after those changed, or its name. Nothing is known
 * of one that has none.
 */
export async function keepAuthority(): Promise<void> {
  const { slug, kind } = tenant()
  const { name, shortName, liesAt } = await ownFacts()
  const host = hostToRead(await ownHosts()) ?? ''
  await sql`
    with counted as (
      select count(*) filter (where stage = 'decision')::int as decisions, count(*) filter (where stage = 'project')::int as projects,
        extract(year from min(day))::int as since
      from publications.entry where tenant_id = kernel.tenant_id()),
    gone as (delete from publications.authority a using counted where a.tenant_id = kernel.tenant_id() and counted.since is null)
    insert into publications.authority (slug, name, short_name, kind, host, language, lies_at, decisions, projects, since)
    select ${slug}, ${name}, ${shortName}, ${kind}, ${host}, ${itsLanguage()}, ${liesAt && [...liesAt]}::double precision[], decisions, projects, since from counted where since is not null
    on conflict (tenant_id) do update set name = excluded.name, short_name = excluded.short_name, host = excluded.host, language = excluded.language,
      lies_at = excluded.lies_at,
      decisions = excluded.decisions, projects = excluded.projects, since = excluded.since`.execute(
    db(),
  )
}

/** Of its host names, the one that citizens are sent to: not one of the machine itself, where it has another. */
const hostToRead = (hosts: readonly string[]): string | undefined =>
  hosts.find((one) => /[a-z]/.test(one) && one.includes('.')) ?? hosts[0]

/** An authority of which something is public, as everybody knows it. */
export interface KnownAuthority {
  slug: string
  name: string
  short_name: string
  kind: string
  host: string
  /** Of its acts, and of what it publishes. */
  language: Language
  /** Where it says that it lies. */
  lies_at: LiesAt | null
  decisions: number
  projects: number
  since: number
}

/** All authorities of which something is public, in the order of their names. For a transaction of the portal. */
export async function knownAuthorities(): Promise<KnownAuthority[]> {
  const { rows } = await sql<KnownAuthority>`
    select slug, name, short_name, kind, host, language, lies_at, decisions, projects, since from publications.authority`.execute(
    db(),
  )
  return rows.toSorted((one, other) => inOrder.compare(one.short_name, other.short_name))
}

const inOrder = new Intl.Collator('fr-BE')
