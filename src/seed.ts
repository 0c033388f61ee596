import { actAs, system } from '#kernel/access'
import type { Database } from '#kernel/db'
import type { House } from '#kernel/module'
import { createTenant, inTenant, type NewTenant, type Tenant } from '#kernel/tenancy'

/** Opens an authority: its row, its hosts, and what every module gives a new one of its nature. */
export async function openAuthority(
  database: Database,
  house: House,
  fresh: NewTenant,
): Promise<Tenant> {
  const authority = await createTenant(database, fresh)
  await actAs(system, () =>
    inTenant(database, authority, async () => {
      for (const one of house.modules) await one.provision?.(authority.kind)
    }),
  )
  return authority
}

/** The arms of Beauval: azure, a belfry argent (our own drawing). */
const arms = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 64"><path fill="#1d5c8f" d="M2 2h52v36c0 13-12 20-26 24C14 58 2 51 2 38z"/><path fill="#f4f1e8" d="M28 8l7 9h-3v6h4v24H20V23h4v-6h-3z"/><path fill="#1d5c8f" d="M26 26h4v7h-4zM26 38h4v9h-4z"/><path fill="none" stroke="#f4f1e8" stroke-width="2" d="M4 4h48v34c0 12-11 18-24 22C15 56 4 50 4 38z"/></svg>`

/** The authorities that a newcomer finds: a municipality and its CPAS. */
export const fictional: readonly NewTenant[] = [
  {
    slug: 'beauval',
    name: 'Commune de Beauval',
    shortName: 'Beauval',
    kind: 'municipality',
    address: ['Place du Beffroi 1', '9999 Beauval'],
    hue: 235,
    arms,
    hosts: ['beauval.localhost', 'localhost', '127.0.0.1'],
  },
  {
    slug: 'cpas-beauval',
    name: 'CPAS de Beauval',
    shortName: 'CPAS de Beauval',
    kind: 'cpas',
    address: ['Rue des Tilleuls 12', '9999 Beauval'],
    hue: 150,
    arms: arms.replaceAll('#1d5c8f', '#2f6b3c'),
    hosts: ['cpas-beauval.localhost'],
  },
]

/** Opens an authority with the people and dossiers that the modules invent for `slug`. */
export async function openFictional(
  database: Database,
  house: House,
  fresh: NewTenant,
  slug: string = fresh.slug,
): Promise<Tenant> {
  const authority = await openAuthority(database, house, fresh)
  await actAs(system, () =>
    inTenant(database, authority, async () => {
      for (const one of house.modules) await one.seeds?.(slug)
    }),
  )
  return authority
}

/** Seeds the fictional authorities into a database that has none. */
export async function seedOnce(database: Database, house: House): Promise<void> {
  const { rows } = await database.owner.query('select 1 from kernel.tenant limit 1')
  if (rows.length > 0) return
  for (const fresh of fictional) await openFictional(database, house, fresh)
}
