import { AsyncLocalStorage } from 'node:async_hooks'
import { type Database, type TenantId, transaction } from '#kernel/db'
import { inLanguage, type Language, languageOf, languages, reference } from '#kernel/i18n'
import type { Restriction } from './restriction.ts'

/** An authority: a municipality, its CPAS, a zone… `kind` is its nature, a key of the directory. */
export interface Tenant {
  id: TenantId
  slug: string
  /** « Commune de Beauval » */
  name: string
  /** « Beauval » */
  shortName: string
  kind: string
  address: string[]
  /** The first is that of its acts, the others are offered on its pages; never empty. */
  languages: readonly Language[]
  /** Accent of its pages, a hue in degrees of OKLCH. */
  hue: number
  /** Its arms (armoiries), SVG source; empty when it gave none. */
  arms: string
  /** What they show, for those who do not see them; empty: that they are the arms of the authority. */
  armsAlt: string
  /** Its number at the Crossroads Bank for Enterprises (numéro BCE), ten digits; empty where it is not known. */
  number: string
  /** Its administrators run this house for others (service mutualisé): of a house, one at most. */
  operates: boolean
  /** The trades that it has on (métiers activés), by the names of their modules. */
  trades: ReadonlySet<string>
  /** How an operator restricts it, and the whole house; what holds now says `restrictionOf`. */
  restriction?: Restriction | null
  ofHouse?: Restriction | null
  /** How often it may ask in a minute of one process; null: without end. */
  asksMost?: number | null
}

const current = new AsyncLocalStorage<Tenant>()

/** The authority of the current request or job. */
export function tenant(): Tenant {
  const known = current.getStore()
  if (!known) throw new Error('No authority is set')
  return known
}

/** Under which what is done for one authority is counted together; empty for what is done for none. */
export const authorityKey = (): string => current.getStore()?.id ?? ''

/** Says which authority a request is for, before any transaction is open. */
export function enterTenant<T>(authority: Tenant, work: () => T): T {
  return current.run(authority, work)
}

/** The languages that pages of the current authority are offered in; all where none is set. */
export const offeredLanguages = (): readonly Language[] =>
  current.getStore()?.languages ?? languages

/** The language of the acts of the current authority and of what it publishes. */
export const itsLanguage = (): Language => languageOf(tenant().languages[0]) ?? reference

/** Runs `work` in the language of the authority, whatever the one who acts speaks. */
export const inItsLanguage = <T>(work: () => T): T => inLanguage(itsLanguage(), work)

/** Runs `work` for one authority, in one transaction. The only way to reach its rows. */
export function inTenant<T>(
  database: Database,
  authority: Tenant,
  work: () => Promise<T>,
): Promise<T> {
  return enterTenant(authority, () => transaction(database, authority.id, work))
}

/** The same in a job: on connections of their own, which may take longer. */
export function inTenantJob<T>(
  database: Database,
  authority: Tenant,
  work: () => Promise<T>,
): Promise<T> {
  return enterTenant(authority, () => transaction(database, authority.id, work, database.jobs))
}

/** The same for a public page: of the rows of the authority it reaches its publications only. */
export function inPublic<T>(
  database: Database,
  authority: Tenant,
  work: () => Promise<T>,
): Promise<T> {
  const { publicPool } = database
  return enterTenant(authority, () => transaction(database, authority.id, work, publicPool))
}

/** Sets no authority. */
export const ofNone = <T>(work: () => T): T => current.exit(work)
