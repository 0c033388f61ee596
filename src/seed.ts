import { accountsExist } from '#kernel/auth'
import { type Database, onlyOne } from '#kernel/db'
import { type House, isOn } from '#kernel/module'
import { actAs, system } from '#kernel/access'
import { Gate, inTenant, type Tenant } from '#kernel/tenancy'
import { type Opening, openAuthority } from '#commons/trades'

/** The arms of Beauval: azure, a belfry argent (our own drawing). */
const arms = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 64"><path fill="#1d5c8f" d="M2 2h52v36c0 13-12 20-26 24C14 58 2 51 2 38z"/><path fill="#f4f1e8" d="M28 8l7 9h-3v6h4v24H20V23h4v-6h-3z"/><path fill="#1d5c8f" d="M26 26h4v7h-4zM26 38h4v9h-4z"/><path fill="none" stroke="#f4f1e8" stroke-width="2" d="M4 4h48v34c0 12-11 18-24 22C15 56 4 50 4 38z"/></svg>`

/**
 * The authorities that a newcomer finds: a municipality and its CPAS. Their numbers at the Crossroads Bank are 1 and 2 with
 * their check: they hold, nobody takes them for real ones, and they are nobody’s, for those that are given begin above 0200.
 */
export const fictional: readonly Opening[] = [
  {
    slug: 'beauval',
    name: 'Commune de Beauval',
    shortName: 'Beauval',
    kind: 'municipality',
    number: '0000000196',
    address: ['Place du Beffroi 1', '9999 Beauval'],
    liesAt: [50.3122, 4.9871],
    hue: 235,
    arms,
    hosts: ['beauval.localhost', 'localhost', '127.0.0.1'],
  },
  {
    slug: 'cpas-beauval',
    name: 'CPAS de Beauval',
    shortName: 'CPAS de Beauval',
    kind: 'cpas',
    number: '0000000295',
    address: ['Rue des Tilleuls 12', '9999 Beauval'],
    liesAt: [50.3087, 4.9932],
    hue: 150,
    arms: arms.replaceAll('#1d5c8f', '#2f6b3c'),
    hosts: ['cpas-beauval.localhost'],
  },
]

/** Opens an authority with the people and dossiers that the modules invent for `slug`, all or nothing. */
export function openFictional(
  database: Database,
  house: House,
  fresh: Opening,
  slug: string = fresh.slug,
): Promise<Tenant> {
  return openAuthority(database, house, fresh, () => invent(house, slug))
}

async function invent({ modules }: House, slug: string): Promise<void> {
  for (const one of modules) if (isOn(one.name)) await one.seeds?.(slug)
}

/**
 * Seeds the fictional authorities into a database that holds no other. What is not there yet is
 * opened, and one that an older version opened and did not get to fill is filled: whatever stopped
 * an earlier start, this one completes it. Of two that start at once, one waits.
 */
export function seedDemonstration(database: Database, house: House): Promise<void> {
  return onlyOne(database, 'demonstration', async () => {
    const { rows } = await database.owner.query<{ slug: string }>('select slug from kernel.tenant')
    const known = new Set(fictional.map(({ slug }) => slug))
    if (rows.some(({ slug }) => !known.has(slug))) return
    const gate = new Gate(database)
    for (const fresh of fictional) {
      const { slug } = fresh
      const opened = await gate.bySlug(slug)
      if (!opened) await openFictional(database, house, fresh)
      else
        await actAs(system, () =>
          inTenant(database, opened, async () => {
            if (!(await accountsExist())) await invent(house, slug)
          }),
        )
    }
  })
}
